//! Conversations: kept turn by turn, so that any process can answer the next message.
//!
//! What a turn changes goes through [`App::execute`]; this only keeps what was said.

mod confirmation;
mod error;
mod turn;

use domain::actor::Actor;
use domain::policy::{SpaceScope, may_read};
use domain::{ConversationId, limits};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::conversation::{self, ConversationRow, ConversationWrites as _, MessageRow};
use store::{Batch, WriteBatch};
use uuid::Uuid;

use crate::{App, Request};

pub use confirmation::ConfirmError;
pub use error::ConversationError;
pub use turn::{BeginTurn, Turn};

/// Rows of one page where the caller does not say, and the most.
const PAGE_ROWS: u32 = 50;
/// The messages of a conversation that are shown: the latest.
const MESSAGES: u32 = 500;
/// Characters of a title that is made from the first message.
const TITLE_CHARS: usize = 60;

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ConversationView {
    /// Identity.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last added to.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
}

/// A page of conversations, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ConversationPage {
    /// The conversations.
    pub conversations: Vec<ConversationView>,
    /// For the next page; null on the last.
    pub next_cursor: Option<String>,
}

/// A conversation with its messages, oldest first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ConversationDetail {
    /// Identity.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// When it began.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// When it was last added to.
    #[schema(value_type = String, format = DateTime)]
    pub updated_at: Timestamp,
    /// The latest 500 messages.
    pub messages: Vec<MessageView>,
}

/// One message.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct MessageView {
    /// Identity.
    pub id: Uuid,
    /// `user` or `assistant`.
    pub role: String,
    /// Its parts, in the form of the chat stream: `{"type": "text", "text": ..}`,
    /// `{"type": "data-receipt", "data": ..}` and so on.
    #[schema(value_type = Vec<Object>)]
    pub parts: Vec<Value>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// The turn that it is part of.
    pub turn_id: Option<Uuid>,
}

/// Which conversations to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListConversations {
    /// Only those with these words in their titles, without regard to case.
    pub search: Option<String>,
    /// At most so many: 50 where nothing is said, 200 at most.
    pub limit: Option<u32>,
    /// The `next_cursor` of the page before.
    pub cursor: Option<String>,
}

impl App {
    /// A page of the user's conversations in this space, newest first.
    ///
    /// # Errors
    /// [`ConversationError::Invalid`] for a cursor that is none, and the store's.
    pub async fn conversations(
        &self,
        actor: &Actor,
        query: ListConversations,
    ) -> Result<ConversationPage, ConversationError> {
        let scope = may_read(actor)?;
        let limit = query.limit.unwrap_or(PAGE_ROWS).clamp(1, limits::PAGE_ROWS);
        let after = match &query.cursor {
            Some(cursor) => read_cursor(cursor)?,
            None => (Timestamp::MAX, ConversationId::new(Uuid::max())),
        };
        let words = query
            .search
            .as_deref()
            .map(domain::fold::key)
            .unwrap_or_default();
        let mut batch = Batch::new();
        let key = batch.add(conversation::list(scope, after, &words, limit + 1));
        let mut rows = self.store().read(batch).await?.all(key);
        let more = rows.len() > limit as usize;
        rows.truncate(limit as usize);
        let next_cursor = rows.last().filter(|_| more).map(cursor);
        let conversations = rows.into_iter().map(ConversationView::from).collect();
        Ok(ConversationPage {
            conversations,
            next_cursor,
        })
    }

    /// A conversation with its messages.
    ///
    /// # Errors
    /// [`ConversationError::NotFound`] when the user has none with this id, and the store's.
    pub async fn conversation(
        &self,
        actor: &Actor,
        id: ConversationId,
    ) -> Result<ConversationDetail, ConversationError> {
        let scope = may_read(actor)?;
        let mut batch = Batch::new();
        let key = batch.add(conversation::get(scope, id));
        let messages = batch.add(conversation::messages(scope, id, MESSAGES));
        let mut loaded = self.store().read(batch).await?;
        let row = loaded.one(key).ok_or(ConversationError::NotFound(id))?;
        let mut messages: Vec<_> = loaded.all(messages).into_iter().map(message).collect();
        messages.reverse();
        Ok(ConversationDetail {
            id: row.id.uuid(),
            title: row.title,
            created_at: row.created_at,
            updated_at: row.updated_at,
            messages,
        })
    }

    /// Gives a conversation another title.
    ///
    /// # Errors
    /// [`ConversationError::NotFound`], [`ConversationError::Invalid`] for a title that is empty or
    /// too long, and the store's.
    pub async fn rename_conversation(
        &self,
        actor: &Actor,
        id: ConversationId,
        title: &str,
        request: Option<Request>,
    ) -> Result<ConversationView, ConversationError> {
        let scope = may_read(actor)?;
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let length = title.chars().count();
        if length == 0 || length > limits::NAME_CHARS {
            let most = limits::NAME_CHARS;
            return Err(ConversationError::invalid(
                "/title",
                format!("a title has 1 to {most} characters, this one has {length}"),
            ));
        }
        self.change(scope, id, request, move |row, writes| {
            writes.rename_conversation(scope, id, &title);
            row.title.clone_from(&title);
        })
        .await
    }

    /// Deletes a conversation with its messages, for good. What it changed stays.
    ///
    /// # Errors
    /// [`ConversationError::NotFound`] and the store's.
    pub async fn delete_conversation(
        &self,
        actor: &Actor,
        id: ConversationId,
        request: Option<Request>,
    ) -> Result<(), ConversationError> {
        let scope = may_read(actor)?;
        self.change(scope, id, request, move |_, writes| {
            writes.delete_conversation(scope, id)
        })
        .await?;
        Ok(())
    }

    async fn change(
        &self,
        scope: SpaceScope,
        id: ConversationId,
        request: Option<Request>,
        edit: impl FnOnce(&mut ConversationRow, &mut WriteBatch) + Send + 'static,
    ) -> Result<ConversationView, ConversationError> {
        if let Some(answer) = self.answered(scope, request.as_ref()).await? {
            return Ok(answer);
        }
        let mut batch = Batch::new();
        let key = batch.add(conversation::lock(scope, id));
        let (app, named) = (self.clone(), request.clone());
        let body = move |loaded: &mut store::Loaded| {
            let mut row = loaded.one(key).ok_or(ConversationError::NotFound(id))?;
            let mut edits = WriteBatch::new();
            edit(&mut row, &mut edits);
            let view = ConversationView::from(row);
            let mut writes = app.keep(scope.user(), named.as_ref(), &view);
            writes.append(edits);
            Ok((writes, view))
        };
        match self.store().transact(batch, body).await {
            Ok(view) => Ok(view),
            // The same request may have come twice at once.
            Err(error) => match self.answered(scope, request.as_ref()).await? {
                Some(answer) => Ok(answer),
                None => Err(error.into()),
            },
        }
    }
}

impl From<ConversationRow> for ConversationView {
    fn from(row: ConversationRow) -> Self {
        Self {
            id: row.id.uuid(),
            title: row.title,
            created_at: row.created_at,
            updated_at: row.updated_at,
        }
    }
}

fn message(row: MessageRow) -> MessageView {
    MessageView {
        id: row.id.uuid(),
        role: row.role,
        parts: serde_json::from_str(&row.parts).unwrap_or_default(),
        created_at: row.created_at,
        turn_id: row.turn.map(domain::TurnId::uuid),
    }
}

/// A title from the first words of a message, whole words where they fit.
fn title(message: &str) -> String {
    let mut title = String::new();
    for word in message.split_whitespace() {
        let length = title.chars().count() + 1 + word.chars().count();
        if !title.is_empty() && length > TITLE_CHARS {
            title.push('…');
            return title;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.extend(word.chars().take(TITLE_CHARS));
    }
    title
}

fn cursor(row: &ConversationRow) -> String {
    format!(
        "{:x}-{}",
        row.updated_at.as_millisecond(),
        row.id.uuid().simple()
    )
}

fn read_cursor(text: &str) -> Result<(Timestamp, ConversationId), ConversationError> {
    let parts = text.split_once('-').and_then(|(at, id)| {
        let at = Timestamp::from_millisecond(i64::from_str_radix(at, 16).ok()?).ok()?;
        Some((at, ConversationId::new(Uuid::parse_str(id).ok()?)))
    });
    parts.ok_or_else(|| {
        ConversationError::invalid("cursor", "this is no cursor; take next_cursor of a page")
    })
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_is_the_first_words_of_the_message() {
        assert_eq!(title("  buy   milk\nand eggs "), "buy milk and eggs");
        let long = "remind me to pay rent on the first of every month and to call the bank";
        assert_eq!(
            title(long),
            "remind me to pay rent on the first of every month and to…"
        );
        assert_eq!(title(&"x".repeat(200)).chars().count(), 60);
    }
}
