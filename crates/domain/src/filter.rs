//! The filter language (model, section 5): one tree, two spellings, evaluated in memory or as SQL.
//!
//! `(today | overdue) & p1 & #errands & +home` and
//! `due < +7d and priority >= high and not tag:garden sort:due,-priority` are the same language.
//! [`Filter::parse`] reads it, [`Filter::resolve`] looks up names and days for one reader, and the
//! [`Resolved`] filter is compiled by the store or asked task by task.

pub mod ast;
mod atom;
mod day;
mod error;
mod matches;
mod parse;
mod print;
mod resolve;
pub mod resolved;
mod sort;
#[cfg(test)]
mod tests;
mod token;
mod value;

pub use ast::{Atom, Expr, SortField, SortKey};
pub use error::FilterError;
pub use matches::Surroundings;
pub use resolve::FilterContext;
pub use resolved::{Resolved, Test};

/// A filter as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The condition. An empty filter is every task.
    pub expr: Expr,
    /// `sort:due,-priority`; empty where nothing is said.
    pub sort: Vec<SortKey>,
}

impl Default for Filter {
    fn default() -> Self {
        Self {
            expr: Expr::And(Vec::new()),
            sort: Vec::new(),
        }
    }
}

impl Filter {
    /// Whether the filter says something about the status, so that the default of open tasks only
    /// does not apply.
    pub fn mentions_status(&self) -> bool {
        fn in_expr(expr: &Expr) -> bool {
            match expr {
                Expr::And(parts) | Expr::Or(parts) => parts.iter().any(in_expr),
                Expr::Not(part) => in_expr(part),
                Expr::Atom(Atom::Status(_)) => true,
                Expr::Atom(Atom::Date { field, .. }) => *field == ast::DateField::Completed,
                Expr::Atom(_) => false,
            }
        }
        in_expr(&self.expr)
    }
}

impl std::str::FromStr for Filter {
    type Err = FilterError;

    fn from_str(text: &str) -> Result<Self, FilterError> {
        Self::parse(text)
    }
}
