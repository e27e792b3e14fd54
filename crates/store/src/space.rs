//! Reading spaces: counters, settings of the owner, and what structures the tasks.

use domain::SpaceId;
use domain::policy::SpaceScope;
use domain::space::{Directory, Member, Project, Section, Space, Tag, View};
use domain::user::Settings;

use crate::error::StoreError;
use crate::row::Row;
use crate::sql::statements;
use crate::statement::{Batch, Fetch, Key, Loaded};
use crate::value::values;

statements! {
    LOAD = shared "space/load";
    LOCK = shared "space/lock";
    REVISIONS = shared "space/revisions";
    MEMBERS = shared "member/list";
    PROJECTS = shared "project/list";
    SECTIONS = shared "section/list";
    TAGS = shared "tag/list";
    VIEWS = shared "saved_view/list";
    TRASHED_PROJECTS = shared "project/trash";
    TRASHED_SECTIONS = shared "section/trash";
    TRASHED_TAGS = shared "tag/trash";
    TRASHED_VIEWS = shared "saved_view/trash";
}

/// A space with the settings of its owner.
pub fn load(scope: SpaceScope) -> Fetch<(Space, Settings)> {
    Fetch::new(&LOAD, values![scope.space()], read_with_settings)
}

/// The same, and nobody else changes the space before this transaction has ended. It comes first
/// in every batch that leads to a change.
pub fn lock(scope: SpaceScope) -> Fetch<(Space, Settings)> {
    Fetch::new(&LOCK, values![scope.space()], read_with_settings)
}

/// The revisions of spaces, for a feed of several: machinery that needs no proof, because a
/// revision says nothing.
pub fn revisions(spaces: &[SpaceId]) -> Fetch<(SpaceId, i64)> {
    Fetch::new(&REVISIONS, values![spaces], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// The members with their names.
pub fn members(scope: SpaceScope) -> Fetch<Member> {
    Fetch::new(&MEMBERS, values![scope.space()], |row| {
        Ok(Member {
            user: row.take()?,
            name: row.take()?,
            role: row.take_name()?,
        })
    })
}

/// Where the parts of a [`Directory`] are found after loading.
#[derive(Clone, Copy)]
pub struct DirectoryKeys {
    projects: Key<Project>,
    sections: Key<Section>,
    tags: Key<Tag>,
    views: Key<View>,
    members: Option<Key<Member>>,
}

/// Adds what structures a space to a batch.
pub fn directory(scope: SpaceScope, batch: &mut Batch) -> DirectoryKeys {
    DirectoryKeys {
        projects: batch.add(Fetch::new(&PROJECTS, values![scope.space()], read_project)),
        sections: batch.add(Fetch::new(&SECTIONS, values![scope.space()], read_section)),
        tags: batch.add(Fetch::new(&TAGS, values![scope.space()], read_tag)),
        views: batch.add(Fetch::new(&VIEWS, values![scope.space()], read_view)),
        members: Some(batch.add(members(scope))),
    }
}

/// Adds what is in the trash of a space's structure to a batch.
pub fn trashed_directory(scope: SpaceScope, batch: &mut Batch) -> DirectoryKeys {
    DirectoryKeys {
        projects: batch.add(Fetch::new(
            &TRASHED_PROJECTS,
            values![scope.space()],
            read_project,
        )),
        sections: batch.add(Fetch::new(
            &TRASHED_SECTIONS,
            values![scope.space()],
            read_section,
        )),
        tags: batch.add(Fetch::new(&TRASHED_TAGS, values![scope.space()], read_tag)),
        views: batch.add(Fetch::new(
            &TRASHED_VIEWS,
            values![scope.space()],
            read_view,
        )),
        members: None,
    }
}

impl DirectoryKeys {
    /// The directory, once the batch is loaded.
    pub fn take(self, loaded: &mut Loaded) -> Directory {
        Directory {
            projects: loaded.all(self.projects),
            sections: loaded.all(self.sections),
            tags: loaded.all(self.tags),
            views: loaded.all(self.views),
            members: self.members.map(|key| loaded.all(key)).unwrap_or_default(),
        }
    }
}

fn read_with_settings(row: &mut Row<'_>) -> Result<(Space, Settings), StoreError> {
    let space = Space {
        id: row.take()?,
        name: row.take()?,
        kind: row.take_name()?,
        owner: row.take()?,
        rev: row.take()?,
        next_number: row.take()?,
        directory_rev: row.take()?,
    };
    Ok((space, row.take_json()?))
}

fn read_project(row: &mut Row<'_>) -> Result<Project, StoreError> {
    Ok(Project {
        id: row.take()?,
        parent: row.take()?,
        name: row.take()?,
        colour: row.take()?,
        icon: row.take()?,
        kind: row.take_name()?,
        archived: row.take()?,
        position: row.take()?,
        layout: row.take_name()?,
        deleted_at: row.take()?,
        version: row.take()?,
    })
}

fn read_section(row: &mut Row<'_>) -> Result<Section, StoreError> {
    Ok(Section {
        id: row.take()?,
        project: row.take()?,
        name: row.take()?,
        position: row.take()?,
        is_done_column: row.take()?,
        deleted_at: row.take()?,
        version: row.take()?,
    })
}

fn read_tag(row: &mut Row<'_>) -> Result<Tag, StoreError> {
    Ok(Tag {
        id: row.take()?,
        name: row.take()?,
        colour: row.take()?,
        deleted_at: row.take()?,
        version: row.take()?,
    })
}

fn read_view(row: &mut Row<'_>) -> Result<View, StoreError> {
    Ok(View {
        id: row.take()?,
        name: row.take()?,
        filter: row.take()?,
        layout: row.take_name()?,
        sort: row.take()?,
        group: row.take()?,
        shared: row.take()?,
        position: row.take()?,
        deleted_at: row.take()?,
        version: row.take()?,
    })
}
