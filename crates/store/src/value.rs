//! Values that go into statements, the same for both databases.

use std::error::Error;

use bytes::BytesMut;
use domain::{
    ChangeId, ConversationId, DeliveryId, EventId, MessageId, Position, ProjectId, ReminderId,
    RequestId, SectionId, SessionId, Slot, SpaceId, TagId, TaskId, TokenId, TurnId, UserId, ViewId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use postgres_types::{IsNull, ToSql, Type, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};
use uuid::Uuid;

/// A value of a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// No value.
    Null,
    /// An integer, a 0 or 1 for a boolean, or UTC milliseconds for an instant.
    Int(i64),
    /// Text, a day, or JSON.
    Text(String),
    /// An identifier.
    Uuid(Uuid),
    /// Bytes, such as the hash of a token.
    Blob(Vec<u8>),
    /// Identifiers, for `= ANY($1::uuid[])`.
    UuidList(Vec<Uuid>),
    /// Texts, for `= ANY($1::text[])`.
    TextList(Vec<String>),
    /// Integers, for `= ANY($1::bigint[])`.
    IntList(Vec<i64>),
}

/// Makes the list of values of a statement.
macro_rules! values {
    ($($value:expr),* $(,)?) => { vec![$($crate::value::Value::from($value)),*] };
}
pub(crate) use values;

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl From<$id> for Value {
            fn from(id: $id) -> Self {
                Self::Uuid(id.uuid())
            }
        }

        impl From<&[$id]> for Value {
            fn from(ids: &[$id]) -> Self {
                Self::UuidList(ids.iter().map(|id| id.uuid()).collect())
            }
        }
    )+};
}

ids! {
    ChangeId, ConversationId, DeliveryId, EventId, MessageId, ProjectId, ReminderId, SectionId,
    SessionId, SpaceId, TagId, TaskId, TokenId, TurnId, UserId, ViewId,
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Int(value.into())
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Int(value.into())
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Uuid> for Value {
    fn from(id: Uuid) -> Self {
        Self::Uuid(id)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Blob(bytes.to_vec())
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Self::Blob(bytes)
    }
}

impl From<Timestamp> for Value {
    fn from(at: Timestamp) -> Self {
        Self::Int(at.as_millisecond())
    }
}

impl From<Date> for Value {
    fn from(day: Date) -> Self {
        Self::Text(day.to_string())
    }
}

impl From<Slot> for Value {
    fn from(slot: Slot) -> Self {
        Self::Text(slot.to_string())
    }
}

impl From<&Position> for Value {
    fn from(position: &Position) -> Self {
        Self::Text(position.as_str().to_owned())
    }
}

impl From<&RequestId> for Value {
    fn from(request: &RequestId) -> Self {
        Self::Text(request.as_str().to_owned())
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let json = |text: String| ToSqlOutput::Owned(rusqlite::types::Value::Text(text));
        Ok(match self {
            Self::Null => ToSqlOutput::Borrowed(ValueRef::Null),
            Self::Int(value) => ToSqlOutput::Borrowed(ValueRef::Integer(*value)),
            Self::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
            Self::Uuid(id) => ToSqlOutput::Borrowed(ValueRef::Blob(id.as_bytes())),
            Self::Blob(bytes) => ToSqlOutput::Borrowed(ValueRef::Blob(bytes)),
            Self::UuidList(ids) => {
                let mut text = String::with_capacity(2 + 35 * ids.len());
                text.push('[');
                for (index, id) in ids.iter().enumerate() {
                    text.push_str(if index == 0 { "\"" } else { ",\"" });
                    text.push_str(id.simple().encode_lower(&mut Uuid::encode_buffer()));
                    text.push('"');
                }
                text.push(']');
                json(text)
            }
            Self::TextList(texts) => json(serde_json::Value::from(texts.as_slice()).to_string()),
            Self::IntList(numbers) => json(serde_json::Value::from(numbers.as_slice()).to_string()),
        })
    }
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(value) if *kind == Type::INT4 => i32::try_from(*value)?.to_sql(kind, out),
            Self::Int(value) => value.to_sql(kind, out),
            Self::Text(text) => text.to_sql(kind, out),
            Self::Uuid(id) => id.to_sql(kind, out),
            Self::Blob(bytes) => bytes.to_sql(kind, out),
            Self::UuidList(ids) => ids.to_sql(kind, out),
            Self::TextList(texts) => texts.to_sql(kind, out),
            Self::IntList(numbers) => numbers.to_sql(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
