//! Conversations are kept, listed, found, renamed and deleted.

use app::conversation::{ConversationError, ListConversations};
use domain::ConversationId;

use crate::home::Home;

fn listing(search: Option<&str>) -> ListConversations {
    ListConversations {
        search: search.map(str::to_owned),
        ..ListConversations::default()
    }
}

#[tokio::test]
async fn a_conversation_keeps_what_was_said_with_its_cards() {
    let home = Home::new().await;
    let answer = home.say("add buy flowers tomorrow").await;
    let id = answer.conversation.unwrap();
    home.say_in(Some(id), "what's due tomorrow?").await;
    let kept = home.app.conversation(&home.actor, id).await.unwrap();
    assert_eq!(kept.title, "add buy flowers tomorrow");
    let roles: Vec<_> = kept
        .messages
        .iter()
        .map(|message| message.role.as_str())
        .collect();
    assert_eq!(roles, ["user", "assistant", "user", "assistant"]);
    let kinds = |index: usize| -> Vec<_> {
        let parts = kept.messages[index].parts.iter();
        parts
            .map(|part| part["type"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(kinds(0), ["text"]);
    assert_eq!(kinds(1), ["dynamic-tool", "text", "data-receipt"]);
    assert_eq!(kinds(3), ["dynamic-tool", "text", "data-tasks"]);
    assert_eq!(kept.messages[0].turn_id, kept.messages[1].turn_id);
    let receipt = &kept.messages[1].parts[2]["data"];
    assert_eq!(receipt["tasks"][0]["title"], "buy flowers");
}

#[tokio::test]
async fn conversations_are_listed_newest_first_and_found_by_title() {
    let home = Home::new().await;
    for (minute, message) in ["add milk", "add 50% of the eggs", "add Müller's bread"]
        .iter()
        .enumerate()
    {
        home.set_now(&format!("2026-11-20T15:0{minute}:00Z"));
        home.say(message).await;
    }
    let titles = async |query: ListConversations| -> Vec<String> {
        let page = home.app.conversations(&home.actor, query).await.unwrap();
        page.conversations
            .into_iter()
            .map(|conversation| conversation.title)
            .collect()
    };
    let all = ["add Müller's bread", "add 50% of the eggs", "add milk"];
    assert_eq!(titles(listing(None)).await, all);
    assert_eq!(
        titles(listing(Some("MULLER"))).await,
        ["add Müller's bread"]
    );
    assert_eq!(titles(listing(Some("50%"))).await, ["add 50% of the eggs"]);
    assert!(titles(listing(Some("%x"))).await.is_empty());
    let mut query = ListConversations {
        limit: Some(2),
        ..ListConversations::default()
    };
    let first = home
        .app
        .conversations(&home.actor, query.clone())
        .await
        .unwrap();
    assert_eq!(first.conversations.len(), 2);
    query.cursor = first.next_cursor;
    let second = home.app.conversations(&home.actor, query).await.unwrap();
    assert_eq!(second.conversations[0].title, "add milk");
    assert_eq!(second.next_cursor, None);
}

#[tokio::test]
async fn a_conversation_is_renamed_and_deleted() {
    let home = Home::new().await;
    let id = home.say("add milk").await.conversation.unwrap();
    let renamed = home
        .app
        .rename_conversation(&home.actor, id, "  Shopping  list ", None)
        .await
        .unwrap();
    assert_eq!(renamed.title, "Shopping list");
    let empty = home
        .app
        .rename_conversation(&home.actor, id, "  ", None)
        .await;
    assert!(matches!(empty, Err(ConversationError::Invalid { .. })));
    home.app
        .delete_conversation(&home.actor, id, None)
        .await
        .unwrap();
    let gone = home.app.conversation(&home.actor, id).await;
    assert!(matches!(gone, Err(ConversationError::NotFound(_))));
    let again = home.app.delete_conversation(&home.actor, id, None).await;
    assert!(matches!(again, Err(ConversationError::NotFound(_))));
    let said = home.try_say(Some(id), "add eggs", None).await;
    assert!(matches!(said, Err(ConversationError::NotFound(_))));
    assert_eq!(home.task("milk").await.deleted_at, None);
}

#[tokio::test]
async fn what_cannot_be_said_is_refused() {
    let home = Home::new().await;
    for message in ["", "  \n ", &"x".repeat(2_001)] {
        let refused = home.try_say(None, message, None).await;
        assert!(matches!(refused, Err(ConversationError::Invalid { .. })));
    }
    let unknown = ConversationId::new(uuid::Uuid::from_u128(7));
    let refused = home.try_say(Some(unknown), "hello", None).await;
    assert!(matches!(refused, Err(ConversationError::NotFound(_))));
    let page = home
        .app
        .conversations(&home.actor, listing(None))
        .await
        .unwrap();
    assert!(page.conversations.is_empty());
}

#[tokio::test]
async fn a_stranger_sees_nothing() {
    let home = Home::new().await;
    let id = home.say("add milk").await.conversation.unwrap();
    let other = domain::UserId::new(uuid::Uuid::from_u128(9));
    let stranger = domain::actor::Actor {
        user: other,
        ..home.actor.clone()
    };
    let seen = home.app.conversation(&stranger, id).await;
    assert!(matches!(seen, Err(ConversationError::NotFound(_))));
    let renamed = home
        .app
        .rename_conversation(&stranger, id, "mine", None)
        .await;
    assert!(matches!(renamed, Err(ConversationError::NotFound(_))));
    let deleted = home.app.delete_conversation(&stranger, id, None).await;
    assert!(matches!(deleted, Err(ConversationError::NotFound(_))));
}
