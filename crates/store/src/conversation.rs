//! Conversations, their messages, and what waits for a yes.

use domain::policy::SpaceScope;
use domain::{ConversationId, MessageId, TurnId, UserId};
use jiff::Timestamp;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Fetch, WriteBatch};
use crate::value::values;

statements! {
    INSERT = shared "conversation/insert";
    GET = shared "conversation/get";
    LOCK = shared "conversation/lock";
    LIST = shared "conversation/list";
    RENAME = shared "conversation/rename";
    TOUCH = shared "conversation/touch";
    DELETE = shared "conversation/delete";
    INSERT_MESSAGE = shared "message/insert";
    LIST_MESSAGES = shared "message/list";
    MESSAGES_OF_REQUEST = shared "message/of_request";
    DELETE_MESSAGES = shared "message/delete_conversation";
    INSERT_CONFIRMATION = shared "pending_confirmation/insert";
    LOCK_CONFIRMATION = shared "pending_confirmation/lock";
    USE_CONFIRMATION = shared "pending_confirmation/use";
    DELETE_EXPIRED_CONFIRMATIONS = shared "pending_confirmation/delete_expired";
}

/// A conversation as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConversationRow {
    /// Identity.
    pub id: ConversationId,
    /// What it is called.
    pub title: String,
    /// What was last spoken about, as JSON.
    pub context: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last added to.
    pub updated_at: Timestamp,
}

/// A message as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageRow {
    /// Identity; messages of a conversation sort by it.
    pub id: MessageId,
    /// user or assistant.
    pub role: String,
    /// Its parts, as JSON.
    pub parts: String,
    /// The turn that it is part of.
    pub turn: Option<TurnId>,
    /// When.
    pub created_at: Timestamp,
}

/// One message of the turn that a request began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestedMessage {
    /// The conversation.
    pub conversation: ConversationId,
    /// Identity; messages of a conversation sort by it.
    pub id: MessageId,
    /// user or assistant.
    pub role: String,
    /// Its parts, as JSON.
    pub parts: String,
    /// The turn.
    pub turn: Option<TurnId>,
}

/// A token that waits for a yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfirmationRow {
    /// What it is good for, hashed.
    pub subject_hash: Vec<u8>,
    /// Until when.
    pub expires_at: Timestamp,
    /// When it was used up.
    pub used_at: Option<Timestamp>,
}

/// One conversation of the user.
pub fn get(scope: SpaceScope, id: ConversationId) -> Fetch<ConversationRow> {
    Fetch::new(&GET, values![scope.space(), scope.user(), id], conversation)
}

/// One conversation of the user, locked until the transaction ends.
pub fn lock(scope: SpaceScope, id: ConversationId) -> Fetch<ConversationRow> {
    Fetch::new(
        &LOCK,
        values![scope.space(), scope.user(), id],
        conversation,
    )
}

/// A page of the user's conversations, newest first, after the place `after`. Titles contain
/// `words` when they are not empty; they are compared folded.
pub fn list(
    scope: SpaceScope,
    after: (Timestamp, ConversationId),
    words: &str,
    limit: u32,
) -> Fetch<ConversationRow> {
    let mut pattern = String::from("%");
    for character in words.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    if !words.is_empty() {
        pattern.push('%');
    }
    let (updated_at, id) = after;
    let values = values![scope.space(), scope.user(), updated_at, id, pattern, limit];
    Fetch::new(&LIST, values, conversation)
}

/// The latest messages of a conversation, newest first.
pub fn messages(scope: SpaceScope, id: ConversationId, limit: u32) -> Fetch<MessageRow> {
    Fetch::new(&LIST_MESSAGES, values![scope.space(), id, limit], message)
}

/// The messages of the turn that the user's request `request_key` began, in no order.
pub fn messages_of_request(scope: SpaceScope, request_key: &str) -> Fetch<RequestedMessage> {
    Fetch::new(
        &MESSAGES_OF_REQUEST,
        values![scope.space(), request_key],
        requested,
    )
}

/// A token of the user, locked until the transaction ends.
pub fn lock_confirmation(scope: SpaceScope, token_hash: &[u8]) -> Fetch<ConfirmationRow> {
    let values = values![scope.space(), scope.user(), token_hash];
    Fetch::new(&LOCK_CONFIRMATION, values, confirmation)
}

/// A new message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMessage<'a> {
    /// Its conversation.
    pub conversation: ConversationId,
    /// Identity.
    pub id: MessageId,
    /// user or assistant.
    pub role: &'a str,
    /// Its parts, as JSON.
    pub parts: &'a str,
    /// The turn that it is part of.
    pub turn: TurnId,
    /// The user and the request that began the turn, for the message that did.
    pub request_key: Option<&'a str>,
    /// When.
    pub at: Timestamp,
}

/// Changes of conversations.
pub trait ConversationWrites {
    /// Adds a conversation.
    fn insert_conversation(&mut self, scope: SpaceScope, row: &ConversationRow);
    /// Gives a conversation of the user another title.
    fn rename_conversation(&mut self, scope: SpaceScope, id: ConversationId, title: &str);
    /// Notes what was last spoken about.
    fn touch_conversation(
        &mut self,
        scope: SpaceScope,
        id: ConversationId,
        context: &str,
        at: Timestamp,
    );
    /// Deletes a conversation of the user with its messages, for good.
    fn delete_conversation(&mut self, scope: SpaceScope, id: ConversationId);
    /// Adds a message.
    fn insert_message(&mut self, scope: SpaceScope, message: &NewMessage<'_>);
    /// Adds a token, and forgets those that are too old.
    fn insert_confirmation(
        &mut self,
        scope: SpaceScope,
        token_hash: &[u8],
        subject_hash: &[u8],
        at: Timestamp,
        expires_at: Timestamp,
    );
    /// Uses a token up.
    fn use_confirmation(&mut self, scope: SpaceScope, token_hash: &[u8], at: Timestamp);
}

impl ConversationWrites for WriteBatch {
    fn insert_conversation(&mut self, scope: SpaceScope, row: &ConversationRow) {
        let title_key = domain::fold::key(&row.title);
        let user: UserId = scope.user();
        let values = values![
            scope.space(),
            row.id,
            user,
            &row.title,
            title_key,
            &row.context,
            row.created_at,
        ];
        self.push(&INSERT, values);
    }

    fn rename_conversation(&mut self, scope: SpaceScope, id: ConversationId, title: &str) {
        let key = domain::fold::key(title);
        self.push_one(
            &RENAME,
            values![scope.space(), scope.user(), id, title, key],
        );
    }

    fn touch_conversation(
        &mut self,
        scope: SpaceScope,
        id: ConversationId,
        context: &str,
        at: Timestamp,
    ) {
        self.push_one(
            &TOUCH,
            values![scope.space(), scope.user(), id, context, at],
        );
    }

    fn delete_conversation(&mut self, scope: SpaceScope, id: ConversationId) {
        self.push(&DELETE_MESSAGES, values![scope.space(), id]);
        self.push_one(&DELETE, values![scope.space(), scope.user(), id]);
    }

    fn insert_message(&mut self, scope: SpaceScope, message: &NewMessage<'_>) {
        let values = values![
            scope.space(),
            message.conversation,
            message.id,
            message.role,
            message.parts,
            message.turn,
            message.request_key,
            message.at,
        ];
        self.push(&INSERT_MESSAGE, values);
    }

    fn insert_confirmation(
        &mut self,
        scope: SpaceScope,
        token_hash: &[u8],
        subject_hash: &[u8],
        at: Timestamp,
        expires_at: Timestamp,
    ) {
        self.push(&DELETE_EXPIRED_CONFIRMATIONS, values![scope.space(), at]);
        let values = values![
            scope.space(),
            token_hash,
            scope.user(),
            subject_hash,
            at,
            expires_at
        ];
        self.push(&INSERT_CONFIRMATION, values);
    }

    fn use_confirmation(&mut self, scope: SpaceScope, token_hash: &[u8], at: Timestamp) {
        self.push_one(
            &USE_CONFIRMATION,
            values![scope.space(), scope.user(), token_hash, at],
        );
    }
}

fn conversation(row: &mut Row<'_>) -> Result<ConversationRow, StoreError> {
    Ok(ConversationRow {
        id: row.take()?,
        title: row.take()?,
        context: row.take()?,
        created_at: row.take()?,
        updated_at: row.take()?,
    })
}

fn message(row: &mut Row<'_>) -> Result<MessageRow, StoreError> {
    Ok(MessageRow {
        id: row.take()?,
        role: row.take()?,
        parts: row.take()?,
        turn: row.take()?,
        created_at: row.take()?,
    })
}

fn requested(row: &mut Row<'_>) -> Result<RequestedMessage, StoreError> {
    Ok(RequestedMessage {
        conversation: row.take()?,
        id: row.take()?,
        role: row.take()?,
        parts: row.take()?,
        turn: row.take()?,
    })
}

fn confirmation(row: &mut Row<'_>) -> Result<ConfirmationRow, StoreError> {
    Ok(ConfirmationRow {
        subject_hash: row.take()?,
        expires_at: row.take()?,
        used_at: row.take()?,
    })
}
