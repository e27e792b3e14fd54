//! What can go wrong in the store, named for what the caller can do about it.

use std::error::Error;
use std::sync::Arc;

/// A cause that several callers of one group commit share.
pub(crate) type Source = Arc<dyn Error + Send + Sync>;

/// Why the store could not do what was asked. Nothing of the request has been applied, except
/// after [`StoreError::Unavailable`] in a transaction, where a retry with the same request id
/// finds out.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Another transaction was in the way; the same request may succeed now.
    #[error("the database is busy; try again")]
    Busy(#[source] Source),
    /// No room for writes; reads still work.
    #[error("the disk is full; free some space and try again")]
    Full(#[source] Source),
    /// The file is damaged or is no saydo database.
    #[error("the database file is damaged or is no saydo database; restore a backup")]
    Corrupt(#[source] Source),
    /// A newer saydo has written this database.
    #[error(
        "this database has schema {found}, this saydo knows {known}; use the newer saydo that wrote it"
    )]
    Newer {
        /// The schema of the database.
        found: i64,
        /// The newest schema that this binary knows.
        known: i64,
    },
    /// Migrations are pending where they are not run by themselves.
    #[error("this database has schema {found}, this saydo needs {known}; run 'saydo migrate'")]
    Pending {
        /// The schema of the database.
        found: i64,
        /// The schema that this binary needs.
        known: i64,
    },
    /// The database cannot be reached, or the connection was lost. Whether a transaction in
    /// flight was committed is unknown.
    #[error("the database cannot be reached; check that it runs and that the address is right")]
    Unavailable(#[source] Source),
    /// A row with the same unique value exists.
    #[error("{table}: the value is taken ({detail})")]
    Unique {
        /// The table.
        table: String,
        /// The engine's name for the constraint; it contains the column's name.
        detail: String,
    },
    /// A row that the transaction relied on is no longer as it was; load again.
    #[error("{statement}: the row has changed meanwhile; try again")]
    Changed {
        /// The statement that found it.
        statement: &'static str,
    },
    /// A stored value cannot be read.
    #[error("column {column}: a stored value cannot be read ({detail})")]
    Decode {
        /// Index of the column in its statement.
        column: usize,
        /// What is wrong with it.
        detail: String,
    },
    /// Anything else the engine says.
    #[error("the database refused a statement")]
    Other(#[source] Source),
}

impl StoreError {
    /// Whether the same request, with the same request id, may succeed when repeated.
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::Busy(_) | Self::Unavailable(_) | Self::Changed { .. }
        )
    }

    /// Whether a row with the same value of `column` exists.
    pub fn is_unique(&self, column: &str) -> bool {
        matches!(self, Self::Unique { detail, .. } if detail.contains(column))
    }

    pub(crate) fn other(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Other(Arc::from(source.into()))
    }

    pub(crate) fn corrupt(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Corrupt(Arc::from(source.into()))
    }

    pub(crate) fn unavailable(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unavailable(Arc::from(source.into()))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let rusqlite::Error::SqliteFailure(failure, message) = &error else {
            return Self::other(error);
        };
        match failure.code {
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy(Arc::new(error)),
            ErrorCode::DiskFull => Self::Full(Arc::new(error)),
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Corrupt(Arc::new(error)),
            ErrorCode::CannotOpen | ErrorCode::ReadOnly => Self::Unavailable(Arc::new(error)),
            ErrorCode::ConstraintViolation
                if matches!(
                    failure.extended_code,
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE
                        | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY
                        | rusqlite::ffi::SQLITE_CONSTRAINT_ROWID
                ) =>
            {
                // "UNIQUE constraint failed: app_user.email_key"
                let detail = message.as_deref().and_then(|text| text.rsplit(": ").next());
                let detail = detail.unwrap_or_default().to_owned();
                let table = detail.split('.').next().unwrap_or_default().to_owned();
                Self::Unique { table, detail }
            }
            _ => Self::Other(Arc::new(error)),
        }
    }
}

impl From<tokio_postgres::Error> for StoreError {
    fn from(error: tokio_postgres::Error) -> Self {
        use tokio_postgres::error::SqlState;
        let Some(refusal) = error.as_db_error() else {
            // What is no answer of the server is a fault of the connection, except for values
            // that could not be encoded or decoded.
            let is_local = error.source().is_some_and(|source| {
                !source.is::<std::io::Error>() && error.to_string().contains("serializ")
            });
            return if is_local {
                Self::other(error)
            } else {
                Self::Unavailable(Arc::new(error))
            };
        };
        let code = refusal.code();
        if *code == SqlState::UNIQUE_VIOLATION {
            return Self::Unique {
                table: refusal.table().unwrap_or_default().to_owned(),
                detail: refusal.constraint().unwrap_or_default().to_owned(),
            };
        }
        if [
            SqlState::T_R_SERIALIZATION_FAILURE,
            SqlState::T_R_DEADLOCK_DETECTED,
            SqlState::LOCK_NOT_AVAILABLE,
            SqlState::TOO_MANY_CONNECTIONS,
        ]
        .contains(code)
        {
            return Self::Busy(Arc::new(error));
        }
        if *code == SqlState::DISK_FULL {
            return Self::Full(Arc::new(error));
        }
        let class = code.code().get(..2).unwrap_or_default();
        // Prepared before a migration, or on another server behind the same address: a new
        // connection prepares again.
        let is_stale = *code == SqlState::INVALID_SQL_STATEMENT_NAME
            || (*code == SqlState::FEATURE_NOT_SUPPORTED
                && refusal.message().starts_with("cached plan"));
        // 08: connection, 57P: shutdown and start, 25006: a standby after a failover,
        // 3D000 and 28: wrong database or password.
        if is_stale || class == "08" || class == "28" || code.code().starts_with("57P") {
            return Self::Unavailable(Arc::new(error));
        }
        if *code == SqlState::READ_ONLY_SQL_TRANSACTION || *code == SqlState::UNDEFINED_DATABASE {
            return Self::Unavailable(Arc::new(error));
        }
        Self::Other(Arc::new(error))
    }
}

/// Why a transaction did not commit: the store's reason or the body's own.
#[derive(Debug, Clone, thiserror::Error)]
pub enum TransactError<E> {
    /// The store could not.
    #[error(transparent)]
    Store(StoreError),
    /// The body decided against it; nothing was written.
    #[error("{0}")]
    Body(E),
}

impl<E> From<StoreError> for TransactError<E> {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}
