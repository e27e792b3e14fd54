//! The text of a statement, one file for both databases or a pair of twins.
//!
//! A shared file is written for PostgreSQL and rewritten for SQLite by four rules: `$1` becomes
//! `?1`, `= ANY($1::uuid[])` reads a JSON list, `::type` casts and `FOR UPDATE ..` fall away.
//! `{name}` stands for a list of columns, the same on both.

use std::sync::OnceLock;

/// Which database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// One file, this process writes it.
    Sqlite,
    /// A server.
    Postgres,
}

/// One statement in the words of each engine.
#[derive(Debug)]
pub(crate) struct Sql {
    name: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
    columns: &'static [(&'static str, &'static str)],
    texts: [OnceLock<String>; 2],
}

impl Sql {
    /// One text for both engines.
    pub(crate) const fn shared(name: &'static str, text: &'static str) -> Self {
        Self::twins(name, text, text)
    }

    /// A text for each engine.
    pub(crate) const fn twins(
        name: &'static str,
        sqlite: &'static str,
        postgres: &'static str,
    ) -> Self {
        Self {
            name,
            sqlite,
            postgres,
            columns: crate::columns::COLUMNS,
            texts: [OnceLock::new(), OnceLock::new()],
        }
    }

    /// `table/verb`, for errors and plans.
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }

    /// The text that `engine` understands.
    pub(crate) fn text(&self, engine: Engine) -> &str {
        match engine {
            Engine::Sqlite => {
                self.texts[0].get_or_init(|| for_sqlite(&expand(self.sqlite, self.columns)))
            }
            Engine::Postgres => self.texts[1].get_or_init(|| expand(self.postgres, self.columns)),
        }
    }
}

/// Defines the statements of one subject and lists them for the tests that prepare them all.
macro_rules! statements {
    ($($name:ident = $kind:ident $path:literal;)+) => {
        $(static $name: $crate::sql::Sql = statements!(@$kind $path);)+
        /// Every statement of this subject.
        #[cfg(test)]
        pub(crate) static STATEMENTS: &[&$crate::sql::Sql] = &[$(&$name),+];
    };
    (@shared $path:literal) => {
        $crate::sql::Sql::shared(
            $path,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $path, ".sql")),
        )
    };
    (@twins $path:literal) => {
        $crate::sql::Sql::twins(
            $path,
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $path, ".sqlite.sql")),
            include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/sql/", $path, ".postgres.sql")),
        )
    };
}
pub(crate) use statements;

pub(crate) fn expand(text: &str, columns: &[(&str, &str)]) -> String {
    let mut expanded = text.to_owned();
    for (name, list) in columns {
        let mark = format!("{{{name}}}");
        if expanded.contains(&mark) {
            expanded = expanded.replace(&mark, list);
        }
    }
    expanded
}

/// Rewrites a statement for SQLite by the rules above.
pub(crate) fn for_sqlite(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['$', ':', '=', 'F', '-']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if rest.starts_with("--") {
            let end = rest.find('\n').unwrap_or(rest.len());
            rest = &rest[end..];
        } else if let Some((number, kind, after)) = any_of(rest) {
            let value = if kind == "uuid" {
                "unhex(value)"
            } else {
                "value"
            };
            out.push_str(&format!("IN (SELECT {value} FROM json_each(?{number}))"));
            rest = after;
        } else if let Some(after) = rest.strip_prefix("::") {
            rest =
                after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '[' || c == ']');
        } else if let Some(after) = rest.strip_prefix('$') {
            out.push('?');
            rest = after;
        } else if rest.starts_with("FOR UPDATE") {
            let end = rest.find(['\n', ')']).unwrap_or(rest.len());
            rest = &rest[end..];
        } else {
            out.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    out.push_str(rest);
    out
}

/// Splits `= ANY($2::uuid[]) ..` into number, type and what follows.
fn any_of(text: &str) -> Option<(&str, &str, &str)> {
    let inner = text.strip_prefix("= ANY($")?;
    let (inner, after) = inner.split_once(')')?;
    let (number, kind) = inner.split_once("::")?;
    Some((number, kind.trim_end_matches("[]"), after))
}

#[cfg(test)]
mod tests {
    use super::for_sqlite;

    #[track_caller]
    fn check(shared: &str, sqlite: &str) {
        assert_eq!(for_sqlite(shared), sqlite);
    }

    #[test]
    fn shared_text_is_rewritten_for_sqlite() {
        check("a = $1 AND b = $12", "a = ?1 AND b = ?12");
        check(
            "id = ANY($2::uuid[]) AND x = $1",
            "id IN (SELECT unhex(value) FROM json_each(?2)) AND x = ?1",
        );
        check(
            "kind = ANY($2::text[])",
            "kind IN (SELECT value FROM json_each(?2))",
        );
        check("sum(n)::bigint, $3::text", "sum(n), ?3");
        check(
            "WHERE id = $1\nFOR UPDATE SKIP LOCKED\n",
            "WHERE id = ?1\n\n",
        );
        check(
            "-- $1 the id.\nSELECT a - b FROM t",
            "\nSELECT a - b FROM t",
        );
    }
}
