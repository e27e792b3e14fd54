//! Every statement, for the tests that prepare them all and look at their plans.

use crate::sql::Sql;

/// All statements of all subjects. A new subject adds its line.
pub(crate) fn all() -> Vec<&'static Sql> {
    let accounts = crate::account::statements().copied();
    let others = [
        crate::change::STATEMENTS,
        crate::conversation::STATEMENTS,
        crate::event::STATEMENTS,
        crate::notification::STATEMENTS,
        crate::occurrence::STATEMENTS,
        crate::relation::STATEMENTS,
        crate::search::STATEMENTS,
        crate::space::STATEMENTS,
        crate::task::STATEMENTS,
        crate::timer::STATEMENTS,
        crate::undo::STATEMENTS,
    ];
    let others = others
        .into_iter()
        .chain(crate::record::statements())
        .flatten()
        .copied();
    others.chain(accounts).collect()
}
