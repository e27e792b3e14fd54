//! Tests of the filter language: both spellings, errors with their place, days in the reader's
//! calendar, and evaluation in memory.

mod days;
mod laws;
mod matching;
mod parsing;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{Filter, FilterContext};
use crate::ids::{ProjectId, TagId, UserId};
use crate::position::Position;
use crate::space::{Directory, Layout, Member, Project, ProjectKind, Role, Tag};
use crate::time::TimeSettings;

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

/// Projects Inbox (1), Home (2), Garden (3, in Home), Roses (4, in Garden); tags errands (1) and
/// "two words" (2); members Ada Lovelace (1), Grace Hopper (2), Ada Byron (3).
fn directory() -> Directory {
    let project = |id: u128, name: &str, parent: Option<u128>| Project {
        id: ProjectId::new(uuid(id)),
        parent: parent.map(|id| ProjectId::new(uuid(id))),
        name: name.to_owned(),
        colour: None,
        icon: None,
        kind: if id == 1 {
            ProjectKind::Inbox
        } else {
            ProjectKind::Normal
        },
        archived: false,
        position: Position::nth(1),
        layout: Layout::List,
        deleted_at: None,
        version: 1,
    };
    let tag = |id: u128, name: &str| Tag {
        id: TagId::new(uuid(id)),
        name: name.to_owned(),
        colour: None,
        deleted_at: None,
        version: 1,
    };
    let member = |id: u128, name: &str| Member {
        user: UserId::new(uuid(id)),
        name: name.to_owned(),
        role: Role::Editor,
    };
    Directory {
        projects: vec![
            project(1, "Inbox", None),
            project(2, "Home", None),
            project(3, "Garden", Some(2)),
            project(4, "Roses", Some(3)),
        ],
        tags: vec![tag(1, "errands"), tag(2, "two words")],
        members: vec![
            member(1, "Ada Lovelace"),
            member(2, "Grace Hopper"),
            member(3, "Ada Byron"),
        ],
        ..Directory::default()
    }
}

/// A reader in this zone, whose clock shows `local`.
struct Reader {
    now: Timestamp,
    settings: TimeSettings,
    directory: Directory,
}

impl Reader {
    #[track_caller]
    fn at(zone: &str, local: &str) -> Self {
        let zone = TimeZone::get(zone).unwrap();
        let local: DateTime = local.parse().unwrap();
        let now = zone.to_ambiguous_timestamp(local).compatible().unwrap();
        let settings = TimeSettings {
            zone,
            ..TimeSettings::default()
        };
        Self {
            now,
            settings,
            directory: directory(),
        }
    }

    fn context(&self) -> FilterContext<'_> {
        FilterContext {
            now: self.now,
            settings: &self.settings,
            directory: &self.directory,
            me: UserId::new(uuid(1)),
        }
    }
}

#[track_caller]
fn filter(text: &str) -> Filter {
    Filter::parse(text).unwrap_or_else(|error| panic!("{text}: {error} at {}", error.position))
}
