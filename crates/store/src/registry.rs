//! Every statement, for the tests that prepare them all and look at their plans.

use crate::sql::Sql;

/// All statements of all subjects. A new subject adds its line.
pub fn all() -> Vec<&'static Sql> {
    [
        crate::change::STATEMENTS,
        crate::event::STATEMENTS,
        crate::notification::STATEMENTS,
        crate::occurrence::STATEMENTS,
        crate::record::STATEMENTS,
        crate::search::STATEMENTS,
        crate::space::STATEMENTS,
        crate::task::STATEMENTS,
        crate::timer::STATEMENTS,
        crate::undo::STATEMENTS,
        crate::user::STATEMENTS,
    ]
    .concat()
}
