//! A model's server that is away, busy, broken, or speaks something else.

use agent::chat::Reason;
use agent::model::{ModelSettings, ModelSettingsError, OpenAiModel, Provider};
use agent::{Chat, TurnRequest};
use fake_model::{Behaviour, KEY};
use serde_json::json;
use std::sync::Arc;
use tokio_stream::StreamExt as _;

use super::{World, find, reason, say};

const MESSAGE: &str = "how does my week feel to you?";

#[track_caller]
fn no_secret(text: &str) {
    assert!(
        !text.contains(KEY) && !text.contains("secret words"),
        "{text}"
    );
}

#[tokio::test]
async fn what_goes_wrong_is_said_in_words_and_changes_nothing() {
    let cases = [
        (Behaviour::Status(401, "x-none: 1"), "refuses our key", 1),
        (Behaviour::Status(404, "x-none: 1"), "status 404", 1),
        (
            Behaviour::Status(429, "retry-after: 60"),
            "no more requests for now",
            1,
        ),
        (Behaviour::Garbage("<html>502</html>"), "no answer", 1),
        (
            Behaviour::Cut("add_tasks", json!({ "tasks": [{ "title": "milk" }] })),
            "broke off",
            1,
        ),
        (Behaviour::ErrorEvent, "broke off", 1),
    ];
    for (behaviour, words, requests) in cases {
        let shown = format!("{behaviour:?}");
        let world = World::new(move |_, _| behaviour.clone()).await;
        let before = world.home.everything().await;
        let answer = world.say(MESSAGE).await;
        assert_eq!(reason(&answer), Reason::ModelFailed, "{shown}");
        assert!(answer.text.contains(words), "{shown}: {}", answer.text);
        assert!(
            answer.text.contains("Nothing was changed."),
            "{shown}: {}",
            answer.text
        );
        no_secret(&answer.text);
        assert_eq!(world.fake.requests().len(), requests, "{shown}");
        assert_eq!(world.home.everything().await, before, "{shown}");
    }
}

#[tokio::test]
async fn what_passes_is_tried_again() {
    let world = World::new(|_, at| match at {
        0 => Behaviour::Status(429, "retry-after: 0"),
        1 => Behaviour::Status(503, "x-none: 1"),
        _ => say("Calm."),
    })
    .await;
    let answer = world.say(MESSAGE).await;
    assert_eq!(answer.text, "Calm.");
    assert_eq!(world.fake.requests().len(), 3);
}

#[tokio::test]
async fn an_answer_that_ends_too_early_does_nothing_of_what_it_began() {
    let call = json!({ "tasks": [{ "title": "milk" }] });
    let cases = [
        (Behaviour::LengthInCall("add_tasks", call), Reason::Limit),
        (Behaviour::Length("And so".to_owned()), Reason::Limit),
        (Behaviour::Filter, Reason::Filtered),
    ];
    for (behaviour, expected) in cases {
        let world = World::new(move |_, _| behaviour.clone()).await;
        let before = world.home.everything().await;
        let answer = world.say("milk might be an idea at some point").await;
        assert_eq!(reason(&answer), expected);
        assert_eq!(world.home.everything().await, before);
    }
}

#[tokio::test]
async fn nobody_there_is_said_with_what_to_look_at() {
    let mut world = World::new(|_, _| say("never")).await;
    // The discard port: nothing listens there.
    let model = OpenAiModel::new(ModelSettings {
        provider: Provider::Ollama,
        base_url: "http://127.0.0.1:9/v1".to_owned(),
        model: "llama".to_owned(),
        api_key: None,
    });
    world.home.chat = Chat::new(world.home.app.clone()).with_model(Arc::new(model.unwrap()));
    let answer = world.home.say(MESSAGE).await;
    assert_eq!(reason(&answer), Reason::ModelFailed);
    assert!(answer.text.contains("llm_base_url"), "{}", answer.text);
}

#[tokio::test]
async fn a_listener_who_leaves_ends_the_request() {
    let world = World::new(|_, at| {
        if at == 0 {
            Behaviour::Stall
        } else {
            find("milk")
        }
    })
    .await;
    let request = TurnRequest {
        conversation: None,
        message: MESSAGE.to_owned(),
        request_id: None,
    };
    let mut turn = world
        .home
        .chat
        .turn(&world.home.actor, request)
        .await
        .unwrap();
    turn.next().await;
    world.fake.asked().await;
    drop(turn);
    world.fake.left().await;
    assert_eq!(world.fake.requests().len(), 1);
}

#[test]
fn an_address_that_is_none_is_refused() {
    for base_url in ["", "localhost", "ftp://models/v1", "http://"] {
        let model = OpenAiModel::new(ModelSettings {
            provider: Provider::Compatible,
            base_url: base_url.to_owned(),
            model: "any".to_owned(),
            api_key: None,
        });
        let refused = model.map(|_| ()).unwrap_err();
        assert!(
            matches!(refused, ModelSettingsError::Url(_)),
            "{base_url}: {refused}"
        );
    }
}
