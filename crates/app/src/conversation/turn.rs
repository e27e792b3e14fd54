//! One turn: the message is kept before it is answered, the answer when it is complete.

use domain::actor::Actor;
use domain::policy::may_read;
use domain::{ConversationId, MessageId, RequestId, TurnId, limits};
use serde_json::{Value, json};
use store::StoreError;
use store::conversation::{self, ConversationRow, ConversationWrites as _, NewMessage};
use store::{Batch, Loaded, WriteBatch};

use super::{ConversationError, title};
use crate::App;

/// A message that begins a turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BeginTurn {
    /// Where it was said; `None` begins a conversation.
    pub conversation: Option<ConversationId>,
    /// What was said.
    pub message: String,
    /// The caller's name for it, so that a retry is recognised.
    pub request: Option<RequestId>,
}

/// A turn that has begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Turn {
    /// Its conversation.
    pub conversation: ConversationId,
    /// What the conversation is called.
    pub title: String,
    /// Identity: all changes of the turn carry it.
    pub id: TurnId,
    /// What was last spoken about, as the turn before has left it; `{}` at first.
    pub context: String,
    /// The parts of the answer, when this turn was answered before.
    pub answer: Option<Vec<Value>>,
    /// The message that the answer will be: right after the one that it answers.
    answer_id: MessageId,
}

/// What a new turn writes.
#[derive(Clone)]
struct Fresh {
    conversation: ConversationId,
    turn: TurnId,
    message: MessageId,
}

impl App {
    /// Keeps a message and begins the turn that answers it. The same request again finds the same
    /// turn, with its answer where there is one.
    ///
    /// # Errors
    /// [`ConversationError::NotFound`], [`ConversationError::RequestReused`],
    /// [`ConversationError::Invalid`] for a message that is empty or too long, and the store's.
    pub async fn begin_turn(
        &self,
        actor: &Actor,
        begin: BeginTurn,
    ) -> Result<Turn, ConversationError> {
        let length = begin.message.chars().count();
        if begin.message.trim().is_empty() || length > limits::TEXT_CHARS {
            let most = limits::TEXT_CHARS;
            return Err(ConversationError::invalid(
                "/message",
                format!("a message has 1 to {most} characters, this one has {length}"),
            ));
        }
        match self.try_begin(actor, &begin).await {
            // The same request came twice at once; the other one's turn is there now.
            Err(ConversationError::Store(StoreError::Unique { .. })) => {
                self.try_begin(actor, &begin).await
            }
            other => other,
        }
    }

    async fn try_begin(&self, actor: &Actor, begin: &BeginTurn) -> Result<Turn, ConversationError> {
        let scope = may_read(actor)?;
        let now = self.now();
        let request_key = begin
            .request
            .as_ref()
            .map(|request| format!("{}:{}", actor.user, request.as_str()));
        let fresh = Fresh {
            conversation: begin
                .conversation
                .unwrap_or_else(|| ConversationId::new(self.ids().next())),
            turn: TurnId::new(self.ids().next()),
            message: MessageId::new(self.ids().next()),
        };
        let is_new = begin.conversation.is_none();
        let mut batch = Batch::new();
        let found = batch.add(conversation::lock(scope, fresh.conversation));
        let asked = request_key
            .as_deref()
            .map(|key| batch.add(conversation::messages_of_request(scope, key)));
        let message = begin.message.clone();
        let body = move |loaded: &mut Loaded| {
            let row = loaded.one(found);
            let mut before = asked.map(|key| loaded.all(key)).unwrap_or_default();
            before.sort_by_key(|message| message.id);
            let mut writes = WriteBatch::new();
            if let Some(first) = before.first() {
                let parts = |text: &str| serde_json::from_str::<Vec<Value>>(text).ok();
                let is_elsewhere = !is_new && first.conversation != fresh.conversation;
                if is_elsewhere || parts(&first.parts) != Some(said(&message)) {
                    return Err(ConversationError::RequestReused);
                }
                let answer = before.iter().find(|message| message.role == "assistant");
                let answer = answer.and_then(|message| parts(&message.parts));
                let turn = first
                    .turn
                    .ok_or(ConversationError::NotFound(first.conversation))?;
                let again = Begun::Again {
                    conversation: first.conversation,
                    turn,
                    message: first.id,
                    answer,
                };
                return Ok((writes, again));
            }
            let row = match row {
                Some(row) => row,
                None if is_new => {
                    let row = ConversationRow {
                        id: fresh.conversation,
                        title: title(&message),
                        context: "{}".to_owned(),
                        created_at: now,
                        updated_at: now,
                    };
                    writes.insert_conversation(scope, &row);
                    row
                }
                None => return Err(ConversationError::NotFound(fresh.conversation)),
            };
            writes.insert_message(
                scope,
                &NewMessage {
                    conversation: row.id,
                    id: fresh.message,
                    role: "user",
                    parts: &Value::from(said(&message)).to_string(),
                    turn: fresh.turn,
                    request_key: request_key.as_deref(),
                    at: now,
                },
            );
            Ok((writes, Begun::Now(row, fresh.turn, fresh.message)))
        };
        match self.store().transact(batch, body).await? {
            Begun::Now(row, turn, message) => Ok(begun(row, turn, message, None)),
            Begun::Again {
                conversation: id,
                turn,
                message,
                answer,
            } => {
                let mut batch = Batch::new();
                let key = batch.add(conversation::get(scope, id));
                let row = self.store().read(batch).await?.one(key);
                let row = row.ok_or(ConversationError::NotFound(id))?;
                Ok(begun(row, turn, message, answer))
            }
        }
    }

    /// Keeps the answer of a turn, and what the next one has to know. Where a retry of the same
    /// request has kept one already, that one stays.
    ///
    /// # Errors
    /// [`ConversationError::NotFound`] when the conversation was deleted meanwhile, and the store's.
    pub async fn end_turn(
        &self,
        actor: &Actor,
        turn: &Turn,
        parts: &[Value],
        context: &str,
    ) -> Result<(), ConversationError> {
        let scope = may_read(actor)?;
        let now = self.now();
        let id = turn.conversation;
        let message = turn.answer_id;
        let (turn, parts) = (turn.id, Value::from(parts).to_string());
        let context = context.to_owned();
        let mut batch = Batch::new();
        let key = batch.add(conversation::lock(scope, id));
        let body = move |loaded: &mut Loaded| {
            loaded.one(key).ok_or(ConversationError::NotFound(id))?;
            let mut writes = WriteBatch::new();
            writes.insert_message(
                scope,
                &NewMessage {
                    conversation: id,
                    id: message,
                    role: "assistant",
                    parts: &parts,
                    turn,
                    request_key: None,
                    at: now,
                },
            );
            writes.touch_conversation(scope, id, &context, now);
            Ok((writes, ()))
        };
        match self
            .store()
            .transact(batch, body)
            .await
            .map_err(ConversationError::from)
        {
            Err(ConversationError::Store(StoreError::Unique { .. })) => Ok(()),
            other => other,
        }
    }
}

enum Begun {
    Now(ConversationRow, TurnId, MessageId),
    Again {
        conversation: ConversationId,
        turn: TurnId,
        message: MessageId,
        answer: Option<Vec<Value>>,
    },
}

fn begun(
    row: ConversationRow,
    turn: TurnId,
    message: MessageId,
    answer: Option<Vec<Value>>,
) -> Turn {
    let answer_id = uuid::Uuid::from_u128(message.uuid().as_u128().wrapping_add(1));
    Turn {
        conversation: row.id,
        title: row.title,
        id: turn,
        context: row.context,
        answer,
        answer_id: MessageId::new(answer_id),
    }
}

/// The parts of a message that a person said.
fn said(message: &str) -> Vec<Value> {
    vec![json!({ "type": "text", "text": message })]
}
