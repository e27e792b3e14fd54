//! Identifiers: one distinct type per noun, so that an id of one kind is never taken for another.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an identifier that came from storage, from the wire or from [`Ids`].
            pub const fn new(id: Uuid) -> Self {
                Self(id)
            }

            /// The plain UUID, for storage and for the wire.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A person with an account.
    UserId;
    /// A tenant: a person's own space, or one shared by members.
    SpaceId;
    /// A project of a space.
    ProjectId;
    /// A section of a project.
    SectionId;
    /// A tag of a space.
    TagId;
    /// A task of a space.
    TaskId;
    /// One line of a task's checklist.
    ChecklistItemId;
    /// One reminder of a task.
    ReminderId;
    /// A saved filter.
    ViewId;
    /// One committed command: what undo takes back.
    ChangeId;
    /// One event of a space's history.
    EventId;
    /// One turn of a chat or an agent: a unit for undo.
    TurnId;
    /// A chat.
    ConversationId;
    /// One message of a chat.
    MessageId;
    /// A personal or agent token.
    TokenId;
    /// A signed-in browser.
    SessionId;
    /// One attempt to tell one person of one reminder by one channel.
    DeliveryId;
}

/// Makes new identifiers. Randomness is an argument, never ambient.
pub trait Ids: Send + Sync {
    /// A fresh UUIDv7: unique, and ordered by the time it was made.
    fn next(&self) -> Uuid;
}

/// The caller's name for one request, so that a retry is recognised. Unique per actor.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RequestId(String);

/// Why a text is no [`RequestId`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a request id has 1 to 128 visible ASCII characters")]
pub struct InvalidRequestId;

impl RequestId {
    /// The id as the caller wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for RequestId {
    type Error = InvalidRequestId;

    fn try_from(text: String) -> Result<Self, InvalidRequestId> {
        let valid = (1..=128).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic());
        if valid {
            Ok(Self(text))
        } else {
            Err(InvalidRequestId)
        }
    }
}

impl std::str::FromStr for RequestId {
    type Err = InvalidRequestId;

    fn from_str(text: &str) -> Result<Self, InvalidRequestId> {
        Self::try_from(text.to_owned())
    }
}

impl From<RequestId> for String {
    fn from(id: RequestId) -> Self {
        id.0
    }
}
