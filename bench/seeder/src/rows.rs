//! The rows of one user, table by table, as saydo itself would have written them.

use std::collections::BTreeSet;

use anyhow::{Result, anyhow};
use argon2::password_hash::PasswordHasher as _;
use domain::due_sort::{NEVER, due_sort};
use domain::user::Settings;
use domain::{Due, Position, Zone};
use jiff::civil::date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::cell::{Cell, Engine, Table};
use crate::plan::{BEGIN_MS, SeedUser, mixed};
use crate::words::{WORDS, marked, vector};

const MINUTE_MS: i64 = 60_000;
/// Minutes of the year over which due dates are spread.
const YEAR_MINUTES: u64 = 525_600;

/// The hash of the password that every user has.
pub(crate) fn password_hash() -> Result<String> {
    let params = argon2::Params::new(19_456, 2, 1, None).map_err(|error| anyhow!("{error}"))?;
    let hasher = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let hash = hasher
        .hash_password(b"bench-password")
        .map_err(|error| anyhow!("{error}"))?;
    Ok(hash.to_string())
}

/// Hands every row that `user` has in `table` to `write`.
pub(crate) fn each(
    table: Table,
    user: &SeedUser,
    password: &str,
    engine: Engine,
    mut write: impl FnMut(&[Cell]) -> Result<()>,
) -> Result<()> {
    match table {
        Table::User => write(&account(user, password)),
        Table::Space => write(&space(user)),
        Table::Member => write(&[id(user.space()), id(user.id()), text("owner")]),
        Table::Token => write(&token(user)),
        Table::Project => write(&inbox(user)),
        Table::Tag => (0..WORDS.len()).try_for_each(|word| write(&tag(user, word))),
        Table::Task => {
            (1..=user.tasks).try_for_each(|number| write(&Seed::new(user, number).task()))
        }
        Table::TaskTag => (1..=user.tasks).try_for_each(|number| {
            let seed = Seed::new(user, number);
            seed.tags()
                .into_iter()
                .try_for_each(|tag| write(&[id(user.space()), id(tag), id(user.task(number))]))
        }),
        Table::TaskSearch => {
            (1..=user.tasks).try_for_each(|number| write(&Seed::new(user, number).search(engine)))
        }
    }
}

fn account(user: &SeedUser, password: &str) -> [Cell; 8] {
    let email = format!("u{}@bench.test", user.number);
    let settings = serde_json::to_string(&Settings::default());
    [
        id(user.id()),
        text(email.as_str()),
        text(email.as_str()),
        text(format!("u{}", user.number)),
        text(password),
        text(settings.expect("settings have no failing fields")),
        Cell::Whole(BEGIN_MS),
        Cell::Whole(BEGIN_MS),
    ]
}

fn space(user: &SeedUser) -> [Cell; 8] {
    [
        id(user.space()),
        text(format!("u{}", user.number)),
        text("personal"),
        id(user.id()),
        Cell::Whole(0),
        Cell::Whole(i64::from(user.tasks) + 1),
        Cell::Whole(0),
        Cell::Whole(BEGIN_MS),
    ]
}

fn token(user: &SeedUser) -> [Cell; 8] {
    [
        Cell::Bytes(Sha256::digest(user.token().as_bytes()).to_vec()),
        id(user.token_id()),
        id(user.id()),
        id(user.space()),
        text("bench"),
        text("personal"),
        text("tasks:admin"),
        Cell::Whole(BEGIN_MS),
    ]
}

fn inbox(user: &SeedUser) -> [Cell; 9] {
    [
        id(user.space()),
        id(user.inbox()),
        text("Inbox"),
        text("inbox"),
        text("inbox"),
        Cell::Whole(0),
        text(Position::nth(0).as_str()),
        text("list"),
        Cell::Whole(1),
    ]
}

fn tag(user: &SeedUser, word: usize) -> [Cell; 5] {
    [
        id(user.space()),
        id(user.tag(word)),
        text(WORDS[word]),
        text(WORDS[word]),
        Cell::Whole(1),
    ]
}

/// One task of the data set.
struct Seed<'a> {
    user: &'a SeedUser,
    number: u32,
    hash: u64,
}

impl<'a> Seed<'a> {
    fn new(user: &'a SeedUser, number: u32) -> Self {
        Self {
            user,
            number,
            hash: mixed(u64::from(user.number), u64::from(number)) >> 8,
        }
    }

    fn word(&self, divisor: u64) -> &'static str {
        WORDS[usize::try_from(self.hash / divisor % 40).expect("it is below 40")]
    }

    fn tags(&self) -> BTreeSet<Uuid> {
        let pick = |divisor| usize::try_from(self.hash / divisor % 20).expect("it is below 20");
        BTreeSet::from([self.user.tag(pick(11)), self.user.tag(20 + pick(13))])
    }

    fn title(&self) -> String {
        format!("{} {} {}", self.word(1), self.word(40), self.number)
    }

    fn due(&self) -> Due {
        let minutes = i64::try_from(self.hash / 17 % YEAR_MINUTES).expect("it is below a year");
        let at = date(2026, 11, 20).at(0, 0, 0, 0) + minutes.minutes();
        Due::Zoned {
            date: at.date(),
            time: at.time(),
            zone: Zone::utc(),
        }
    }

    fn task(&self) -> Vec<Cell> {
        let user = self.user;
        let is_done = self.hash / 5 % 10 < 3;
        let at = Cell::Whole(BEGIN_MS + i64::from(self.number) * MINUTE_MS);
        let due = self.due();
        let title = self.title();
        let notes = format!(
            "note {} {} before {}",
            self.word(1600),
            self.word(64_000),
            self.word(7)
        );
        let tags = serde_json::to_string(&self.tags()).expect("ids have no failing fields");
        let priority = i64::try_from(self.hash / 3 % 4).expect("it is below 4");
        vec![
            id(user.space()),
            id(user.task(self.number)),
            Cell::Whole(i64::from(self.number)),
            id(user.inbox()),
            text(title.as_str()),
            text(title.to_lowercase()),
            text(notes.as_str()),
            text(notes.as_str()),
            text(if is_done { "done" } else { "open" }),
            Cell::Whole(i64::from(!is_done)),
            Cell::Whole(1 + priority),
            text(Position::nth(i64::from(self.number)).as_str()),
            Cell::Whole(NEVER),
            text(due.date().to_string()),
            text(due.time().map(domain::wall::to_text).unwrap_or_default()),
            text("UTC"),
            due.instant(&TimeZone::UTC).map_or(Cell::Null, instant),
            Cell::Whole(due_sort(Some(&due), &TimeZone::UTC)),
            text(tags),
            text("[]"),
            text("[]"),
            text("[]"),
            text("[]"),
            text("api"),
            at.clone(),
            at.clone(),
            if is_done { at } else { Cell::Null },
            if is_done { id(user.id()) } else { Cell::Null },
            Cell::Whole(1),
        ]
    }

    fn search(&self, engine: Engine) -> [Cell; 3] {
        let number = self.number.to_string();
        let title = BTreeSet::from([self.word(1), self.word(40), number.as_str()]);
        let mut notes = BTreeSet::from([
            "note",
            self.word(1600),
            self.word(64_000),
            "before",
            self.word(7),
        ]);
        notes.retain(|word| !title.contains(word));
        let space = self.user.space();
        match engine {
            Engine::Sqlite => {
                let seq = self.user.before + u64::from(self.number);
                [
                    Cell::Whole(i64::try_from(seq).expect("there are few tasks")),
                    text(marked(space, &title)),
                    text(marked(space, &notes)),
                ]
            }
            Engine::Postgres => [
                id(space),
                id(self.user.task(self.number)),
                text(vector(space, &title, &notes)),
            ],
        }
    }
}

const fn id(id: Uuid) -> Cell {
    Cell::Id(id)
}

fn text(text: impl Into<String>) -> Cell {
    Cell::Text(text.into())
}

fn instant(at: Timestamp) -> Cell {
    Cell::Whole(at.as_millisecond())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::Loader as _;
    use crate::plan::Plan;
    use crate::sqlite::Sqlite;

    const SCHEMAS: [&str; 1] = [include_str!(
        "../../../crates/store/migrations/0001_initial.sqlite.sql"
    )];

    #[test]
    fn every_row_fits_the_schema_of_the_product() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        for schema in SCHEMAS {
            connection.execute_batch(schema).unwrap();
        }
        let mut loader = Sqlite::of(connection);
        let plan = Plan::new(2, 30, false);
        for table in Table::ALL {
            for user in plan.users() {
                each(table, user, "hash", loader.engine(), |row| {
                    loader.row(table, row)
                })
                .unwrap();
            }
        }
        let count = |sql: &str| -> i64 {
            loader
                .connection()
                .query_row(sql, [], |row| row.get(0))
                .unwrap()
        };
        assert_eq!(count("SELECT count(*) FROM task"), 60);
        let first = plan.users()[0].space().simple();
        let found =
            format!("SELECT count(*) FROM task_search WHERE task_search MATCH '{first}note'");
        assert_eq!(count(&found), 30);
    }
}
