//! Projects, sections, tags and views: adding and changing them.

use super::draft::Draft;
use super::{Rejection, validate};
use crate::change::Verb;
use crate::command::{Patch, ProjectFields, ProjectRef, SectionFields, TagFields, ViewFields};
use crate::filter::{Filter, SortKey};
use crate::ids::{ProjectId, SectionId, TagId, ViewId};
use crate::limits;
use crate::position::Position;
use crate::space::{Project, ProjectKind, Section, Tag, View};

pub(super) fn add_project(draft: &mut Draft<'_>, fields: &ProjectFields) -> Result<(), Rejection> {
    validate::at_most(
        "projects",
        draft.directory.projects.len() + 1,
        limits::PROJECTS,
    )?;
    let project = Project {
        id: draft.new_id(ProjectId::new),
        parent: None,
        name: String::new(),
        colour: None,
        icon: None,
        kind: ProjectKind::Normal,
        archived: false,
        position: Position::nth(draft.take_number_for_order()),
        layout: fields.layout.unwrap_or_default(),
        deleted_at: None,
        version: 1,
    };
    let project = with_fields(draft, project, fields)?;
    if project.name.is_empty() {
        return Err(required("/name"));
    }
    draft.put_project(Verb::Created, project);
    Ok(())
}

pub(super) fn update_project(
    draft: &mut Draft<'_>,
    id: ProjectId,
    fields: &ProjectFields,
) -> Result<(), Rejection> {
    let project = draft.project(id)?.clone();
    let inbox = project.kind == ProjectKind::Inbox;
    if inbox && (fields.archived == Some(true) || matches!(fields.parent, Patch::Set(_))) {
        return Err(Rejection::NotNow("the Inbox stays where it is".to_owned()));
    }
    let project = with_fields(draft, project, fields)?;
    draft.put_project(Verb::Updated, project);
    Ok(())
}

fn with_fields(
    draft: &mut Draft<'_>,
    mut project: Project,
    fields: &ProjectFields,
) -> Result<Project, Rejection> {
    if let Some(name) = &fields.name {
        project.name = validate::named("/name", name)?;
        let taken = draft.directory.project_named(&project.name);
        refuse_taken(
            "project",
            &project.name,
            taken.is_some_and(|other| other.id != project.id && other.deleted_at.is_none()),
        )?;
    }
    match &fields.parent {
        Patch::Keep => {}
        Patch::Clear => project.parent = None,
        Patch::Set(reference) => {
            let parent = match reference {
                ProjectRef::NamedOrNew(name) => {
                    draft.resolve_project(&ProjectRef::Named(name.clone()))?
                }
                known => draft.resolve_project(known)?,
            };
            refuse_cycle(draft, project.id, parent)?;
            project.parent = Some(parent);
        }
    }
    match &fields.colour {
        Patch::Keep => {}
        Patch::Clear => project.colour = None,
        Patch::Set(colour) => project.colour = Some(validate::colour("/colour", colour)?),
    }
    match &fields.icon {
        Patch::Keep => {}
        Patch::Clear => project.icon = None,
        Patch::Set(icon) => project.icon = Some(validate::line("/icon", icon, 16)?),
    }
    project.archived = fields.archived.unwrap_or(project.archived);
    project.layout = fields.layout.unwrap_or(project.layout);
    let positions = draft
        .directory
        .projects
        .iter()
        .map(|other| (other.id, &other.position));
    if let Some(position) = after("project", &fields.after, positions)? {
        project.position = position;
    }
    Ok(project)
}

fn refuse_cycle(draft: &Draft<'_>, project: ProjectId, parent: ProjectId) -> Result<(), Rejection> {
    let mut next = Some(parent);
    let mut steps = 0;
    while let Some(id) = next {
        steps += 1;
        if id == project || steps > limits::PROJECTS {
            return Err(Rejection::invalid(
                "/parent",
                "a project cannot be inside of itself",
            ));
        }
        next = draft.project(id)?.parent;
    }
    Ok(())
}

pub(super) fn add_section(
    draft: &mut Draft<'_>,
    project: &ProjectRef,
    fields: &SectionFields,
) -> Result<(), Rejection> {
    let project = draft.resolve_project(project)?;
    let section = Section {
        id: draft.new_id(SectionId::new),
        project,
        name: String::new(),
        position: Position::nth(draft.take_number_for_order()),
        is_done_column: false,
        deleted_at: None,
        version: 1,
    };
    if fields.name.is_none() {
        return Err(required("/name"));
    }
    put_section(draft, Verb::Created, section, fields)
}

pub(super) fn update_section(
    draft: &mut Draft<'_>,
    id: SectionId,
    fields: &SectionFields,
) -> Result<(), Rejection> {
    let section = draft.section(id)?.clone();
    put_section(draft, Verb::Updated, section, fields)
}

fn put_section(
    draft: &mut Draft<'_>,
    verb: Verb,
    mut section: Section,
    fields: &SectionFields,
) -> Result<(), Rejection> {
    if let Some(name) = &fields.name {
        section.name = validate::named("/name", name)?;
        let taken = draft
            .directory
            .section_named(section.project, &section.name);
        refuse_taken(
            "section",
            &section.name,
            taken.is_some_and(|other| other.id != section.id && other.deleted_at.is_none()),
        )?;
    }
    section.is_done_column = fields.is_done_column.unwrap_or(section.is_done_column);
    let positions = draft
        .directory
        .sections
        .iter()
        .map(|other| (other.id, &other.position));
    if let Some(position) = after("section", &fields.after, positions)? {
        section.position = position;
    }
    draft.put_section(verb, section);
    Ok(())
}

pub(super) fn add_tag(draft: &mut Draft<'_>, fields: &TagFields) -> Result<(), Rejection> {
    validate::at_most("tags", draft.directory.tags.len() + 1, limits::TAGS)?;
    if fields.name.is_none() {
        return Err(required("/name"));
    }
    let id = draft.new_id(TagId::new);
    let tag = Tag {
        id,
        name: String::new(),
        colour: None,
        deleted_at: None,
        version: 1,
    };
    put_tag(draft, Verb::Created, tag, fields)
}

pub(super) fn update_tag(
    draft: &mut Draft<'_>,
    id: TagId,
    fields: &TagFields,
) -> Result<(), Rejection> {
    let tag = draft.tag(id)?.clone();
    put_tag(draft, Verb::Updated, tag, fields)
}

fn put_tag(
    draft: &mut Draft<'_>,
    verb: Verb,
    mut tag: Tag,
    fields: &TagFields,
) -> Result<(), Rejection> {
    if let Some(name) = &fields.name {
        tag.name = validate::tag("/name", name)?;
        let taken = draft
            .known_tag(&tag.name)
            .is_some_and(|other| other != tag.id);
        refuse_taken("tag", &tag.name, taken)?;
    }
    match &fields.colour {
        Patch::Keep => {}
        Patch::Clear => tag.colour = None,
        Patch::Set(colour) => tag.colour = Some(validate::colour("/colour", colour)?),
    }
    draft.put_tag(verb, tag);
    Ok(())
}

pub(super) fn add_view(draft: &mut Draft<'_>, fields: &ViewFields) -> Result<(), Rejection> {
    if fields.name.is_none() {
        return Err(required("/name"));
    }
    if fields.filter.is_none() {
        return Err(required("/filter"));
    }
    let view = View {
        id: draft.new_id(ViewId::new),
        name: String::new(),
        filter: String::new(),
        layout: fields.layout.unwrap_or_default(),
        sort: String::new(),
        group: String::new(),
        shared: false,
        position: Position::nth(draft.take_number_for_order()),
        deleted_at: None,
        version: 1,
    };
    put_view(draft, Verb::Created, view, fields)
}

pub(super) fn update_view(
    draft: &mut Draft<'_>,
    id: ViewId,
    fields: &ViewFields,
) -> Result<(), Rejection> {
    let view = draft.view(id)?.clone();
    put_view(draft, Verb::Updated, view, fields)
}

fn put_view(
    draft: &mut Draft<'_>,
    verb: Verb,
    mut view: View,
    fields: &ViewFields,
) -> Result<(), Rejection> {
    if let Some(name) = &fields.name {
        view.name = validate::named("/name", name)?;
        let taken = draft.directory.view_named(&view.name);
        refuse_taken(
            "view",
            &view.name,
            taken.is_some_and(|other| other.id != view.id && other.deleted_at.is_none()),
        )?;
    }
    if let Some(filter) = &fields.filter {
        Filter::parse(filter).map_err(|error| Rejection::invalid("/filter", error.to_string()))?;
        view.filter.clone_from(filter);
    }
    if let Some(sort) = &fields.sort {
        SortKey::parse_list(sort)
            .map_err(|error| Rejection::invalid("/sort", error.to_string()))?;
    }
    view.layout = fields.layout.unwrap_or(view.layout);
    for (pointer, field, new) in [
        ("/sort", &mut view.sort, &fields.sort),
        ("/group", &mut view.group, &fields.group),
    ] {
        if let Some(new) = new {
            *field = if new.is_empty() {
                String::new()
            } else {
                validate::line(pointer, new, limits::NAME_CHARS)?
            };
        }
    }
    view.shared = fields.shared.unwrap_or(view.shared);
    let positions = draft
        .directory
        .views
        .iter()
        .map(|other| (other.id, &other.position));
    if let Some(position) = after("view", &fields.after, positions)? {
        view.position = position;
    }
    draft.put_view(verb, view);
    Ok(())
}

fn required(pointer: &str) -> Rejection {
    Rejection::invalid(
        pointer,
        format!("{} is missing", pointer.trim_start_matches('/')),
    )
}

fn refuse_taken(what: &'static str, name: &str, taken: bool) -> Result<(), Rejection> {
    if taken {
        return Err(Rejection::Taken {
            what,
            name: name.to_owned(),
        });
    }
    Ok(())
}

/// The position right after a neighbour; first when the neighbour is cleared.
fn after<'a, I: Copy + PartialEq + std::fmt::Display>(
    what: &'static str,
    neighbour: &Patch<I>,
    positions: impl Iterator<Item = (I, &'a Position)>,
) -> Result<Option<Position>, Rejection> {
    let neighbour = match neighbour {
        Patch::Keep => return Ok(None),
        Patch::Clear => None,
        Patch::Set(id) => Some(*id),
    };
    let positions: Vec<(I, &Position)> = positions.collect();
    let low = match neighbour {
        None => None,
        Some(id) => {
            let found = positions.iter().find(|(other, _)| *other == id);
            let Some((_, position)) = found else {
                return Err(Rejection::NotFound {
                    what,
                    name: id.to_string(),
                    nearest: None,
                });
            };
            Some(*position)
        }
    };
    let high = positions
        .iter()
        .map(|(_, position)| *position)
        .filter(|position| low.is_none_or(|low| *position > low))
        .min();
    Ok(Some(Position::between(low, high)))
}

macro_rules! live {
    ($($method:ident, $id:ty, $record:ty, $records:ident, $what:literal;)+) => {
        impl Draft<'_> {
            $(pub(super) fn $method(&self, id: $id) -> Result<&$record, Rejection> {
                self.directory
                    .$records
                    .iter()
                    .find(|record| record.id == id && record.deleted_at.is_none())
                    .ok_or_else(|| Rejection::NotFound {
                        what: $what,
                        name: id.to_string(),
                        nearest: None,
                    })
            })+
        }
    };
}

live! {
    section, SectionId, Section, sections, "section";
    tag, TagId, Tag, tags, "tag";
    view, ViewId, View, views, "view";
}
