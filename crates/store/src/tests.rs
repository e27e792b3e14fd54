//! The suite: every behaviour of the store, on SQLite and on PostgreSQL.

mod failures;
mod fixture;
mod lists;
mod plans;
mod records;
mod transactions;

/// Runs each of these functions, which take a [`fixture::Fixture`], on both engines.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $name() {
                super::$name(crate::tests::fixture::Fixture::sqlite().await).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            async fn $name() {
                super::$name(crate::tests::fixture::Fixture::postgres().await).await;
            })+
        }
    };
}
pub(crate) use on_both;
