//! Rows that come out of statements, the same for both databases.

use domain::{
    ChangeId, ConversationId, DeliveryId, EventId, MessageId, Position, ProjectId, ReminderId,
    RequestId, SectionId, SessionId, Slot, SpaceId, TagId, TaskId, TokenId, TurnId, UserId, ViewId,
};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};
use uuid::Uuid;

use crate::error::StoreError;

enum Inner<'a> {
    Sqlite(&'a rusqlite::Row<'a>),
    Postgres(&'a tokio_postgres::Row),
}

/// One row, read column by column from the left.
pub(crate) struct Row<'a> {
    inner: Inner<'a>,
    column: usize,
}

impl<'a> Row<'a> {
    pub(crate) fn sqlite(row: &'a rusqlite::Row<'a>) -> Self {
        Self {
            inner: Inner::Sqlite(row),
            column: 0,
        }
    }

    pub(crate) fn postgres(row: &'a tokio_postgres::Row) -> Self {
        Self {
            inner: Inner::Postgres(row),
            column: 0,
        }
    }

    /// Reads the next column.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the value is not of this type.
    pub(crate) fn take<T: Column>(&mut self) -> Result<T, StoreError> {
        T::read(&self.next())
    }

    /// Reads all columns that are left as text.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when one is null or no text.
    pub(crate) fn take_rest(&mut self) -> Result<Vec<String>, StoreError> {
        let columns = match self.inner {
            Inner::Sqlite(row) => row.as_ref().column_count(),
            Inner::Postgres(row) => row.len(),
        };
        (self.column..columns).map(|_| self.take()).collect()
    }

    /// Reads the next column as JSON.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the text is no such JSON.
    pub(crate) fn take_json<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let cell = self.next();
        cell.json(cell.some(cell.str()?)?)
    }

    /// Reads the next column as a JSON list; most are empty, and those are not parsed.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the text is no such JSON.
    pub(crate) fn take_list<T: DeserializeOwned + Default>(&mut self) -> Result<T, StoreError> {
        let cell = self.next();
        match cell.some(cell.str()?)? {
            "[]" => Ok(T::default()),
            text => cell.json(text),
        }
    }

    /// Reads the next column as JSON where it is not null.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the text is no such JSON.
    pub(crate) fn take_json_opt<T: DeserializeOwned>(&mut self) -> Result<Option<T>, StoreError> {
        let cell = self.next();
        cell.str()?.map(|text| cell.json(text)).transpose()
    }

    /// Reads the next column as the name of an enum's variant.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when no variant has this name.
    pub(crate) fn take_name<T: DeserializeOwned>(&mut self) -> Result<T, StoreError> {
        let cell = self.next();
        let name: StrDeserializer<'_, serde::de::value::Error> =
            cell.some(cell.str()?)?.into_deserializer();
        T::deserialize(name).map_err(|error| cell.wrong(&error))
    }

    fn next(&mut self) -> Cell<'_> {
        let column = self.column;
        self.column += 1;
        Cell {
            inner: &self.inner,
            column,
        }
    }
}

/// One value of a row.
pub(crate) struct Cell<'a> {
    inner: &'a Inner<'a>,
    column: usize,
}

impl Cell<'_> {
    fn int(&self) -> Result<Option<i64>, StoreError> {
        match self.inner {
            Inner::Sqlite(row) => row.get(self.column).map_err(|error| self.wrong(&error)),
            Inner::Postgres(row) => row.try_get(self.column).map_err(|error| self.wrong(&error)),
        }
    }

    fn text(&self) -> Result<Option<String>, StoreError> {
        match self.inner {
            Inner::Sqlite(row) => row.get(self.column).map_err(|error| self.wrong(&error)),
            Inner::Postgres(row) => row.try_get(self.column).map_err(|error| self.wrong(&error)),
        }
    }

    fn uuid(&self) -> Result<Option<Uuid>, StoreError> {
        match self.inner {
            Inner::Sqlite(row) => {
                let bytes: Option<[u8; 16]> =
                    row.get(self.column).map_err(|error| self.wrong(&error))?;
                Ok(bytes.map(Uuid::from_bytes))
            }
            Inner::Postgres(row) => row.try_get(self.column).map_err(|error| self.wrong(&error)),
        }
    }

    fn blob(&self) -> Result<Option<Vec<u8>>, StoreError> {
        match self.inner {
            Inner::Sqlite(row) => row.get(self.column).map_err(|error| self.wrong(&error)),
            Inner::Postgres(row) => row.try_get(self.column).map_err(|error| self.wrong(&error)),
        }
    }

    /// The text without a copy of it.
    fn str(&self) -> Result<Option<&str>, StoreError> {
        match self.inner {
            Inner::Sqlite(row) => {
                let value = row
                    .get_ref(self.column)
                    .map_err(|error| self.wrong(&error))?;
                value.as_str_or_null().map_err(|error| self.wrong(&error))
            }
            Inner::Postgres(row) => row.try_get(self.column).map_err(|error| self.wrong(&error)),
        }
    }

    fn json<T: DeserializeOwned>(&self, text: &str) -> Result<T, StoreError> {
        serde_json::from_str(text).map_err(|error| self.wrong(&error))
    }

    fn some<T>(&self, value: Option<T>) -> Result<T, StoreError> {
        value.ok_or_else(|| self.wrong(&"it is null"))
    }

    fn wrong(&self, error: &dyn std::fmt::Display) -> StoreError {
        StoreError::Decode {
            column: self.column,
            detail: error.to_string(),
        }
    }
}

/// A type that a column can be read as.
pub(crate) trait Column: Sized {
    /// Reads one value; `None` when it is null.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the value is of another type.
    fn read_opt(cell: &Cell<'_>) -> Result<Option<Self>, StoreError>;

    /// Reads one value that is not null.
    ///
    /// # Errors
    /// [`StoreError::Decode`] when the value is null or of another type.
    fn read(cell: &Cell<'_>) -> Result<Self, StoreError> {
        cell.some(Self::read_opt(cell)?)
    }
}

impl<T: Column> Column for Option<T> {
    fn read_opt(cell: &Cell<'_>) -> Result<Option<Self>, StoreError> {
        T::read_opt(cell).map(Some)
    }
}

macro_rules! columns {
    ($($kind:ty, $read:ident, $convert:expr;)+) => {$(
        impl Column for $kind {
            fn read_opt(cell: &Cell<'_>) -> Result<Option<Self>, StoreError> {
                cell.$read()?.map($convert).transpose().map_err(|error: String| cell.wrong(&error))
            }
        }
    )+};
}

columns! {
    i64, int, Ok;
    bool, int, |value| Ok(value != 0);
    u32, int, |value| u32::try_from(value).map_err(|error| error.to_string());
    Timestamp, int, |ms| Timestamp::from_millisecond(ms).map_err(|error| error.to_string());
    String, text, Ok;
    Date, text, |text| text.parse().map_err(|error: jiff::Error| error.to_string());
    Slot, text, |text| text.parse();
    Position, text, |text| {
        Position::try_from(text).map_err(|text| format!("'{text}' is no position"))
    };
    RequestId, text, |text| {
        RequestId::try_from(text).map_err(|error| error.to_string())
    };
    Uuid, uuid, Ok;
    Vec<u8>, blob, Ok;
}

macro_rules! ids {
    ($($id:ident),+ $(,)?) => {$(
        impl Column for $id {
            fn read_opt(cell: &Cell<'_>) -> Result<Option<Self>, StoreError> {
                Ok(cell.uuid()?.map($id::new))
            }
        }
    )+};
}

ids! {
    ChangeId, ConversationId, DeliveryId, EventId, MessageId, ProjectId, ReminderId, SectionId,
    SessionId, SpaceId, TagId, TaskId, TokenId, TurnId, UserId, ViewId,
}
