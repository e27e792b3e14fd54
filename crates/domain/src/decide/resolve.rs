//! Names and ids that a command mentions, turned into records of this space.

use std::collections::BTreeSet;

use super::draft::Draft;
use super::{Rejection, validate};
use crate::change::Verb;
use crate::command::{ProjectRef, SectionRef};
use crate::ids::{ProjectId, SectionId, TagId, UserId};
use crate::limits;
use crate::nearest::nearest;
use crate::position::Position;
use crate::space::{Layout, Project, ProjectKind, Tag};

impl Draft<'_> {
    pub(super) fn inbox(&self) -> ProjectId {
        self.directory
            .inbox()
            .map(|project| project.id)
            .expect("every space has an Inbox")
    }

    /// A project that is not in the trash.
    pub(super) fn project(&self, id: ProjectId) -> Result<&Project, Rejection> {
        self.directory
            .project(id)
            .filter(|project| project.deleted_at.is_none())
            .ok_or_else(|| Rejection::NotFound {
                what: "project",
                name: id.to_string(),
                nearest: None,
            })
    }

    pub(super) fn resolve_project(
        &mut self,
        reference: &ProjectRef,
    ) -> Result<ProjectId, Rejection> {
        match reference {
            ProjectRef::Id(id) => {
                let project = self.project(*id)?;
                if !self.may_use(project.id) {
                    return Err(self.project_not_found(&id.to_string()));
                }
                Ok(project.id)
            }
            ProjectRef::Named(name) | ProjectRef::NamedOrNew(name) => {
                let known = self
                    .directory
                    .project_named(name)
                    .filter(|project| project.deleted_at.is_none())
                    .map(|project| project.id);
                match (known, reference) {
                    (Some(id), _) if self.may_use(id) => Ok(id),
                    (None, ProjectRef::NamedOrNew(_)) if self.ctx.actor.projects.is_none() => {
                        self.new_project(name)
                    }
                    _ => Err(self.project_not_found(name)),
                }
            }
        }
    }

    /// Whether the actor's credential reaches a project.
    pub(super) fn may_use(&self, project: ProjectId) -> bool {
        self.ctx
            .actor
            .projects
            .as_ref()
            .is_none_or(|allowed| allowed.contains(&project))
    }

    fn project_not_found(&self, name: &str) -> Rejection {
        let names = self
            .directory
            .projects
            .iter()
            .filter(|project| project.deleted_at.is_none() && self.may_use(project.id))
            .map(|project| project.name.as_str());
        Rejection::NotFound {
            what: "project",
            name: name.to_owned(),
            nearest: nearest(name, names).map(str::to_owned),
        }
    }

    fn new_project(&mut self, name: &str) -> Result<ProjectId, Rejection> {
        let name = validate::named("/project", name)?;
        validate::at_most(
            "projects",
            self.directory.projects.len() + 1,
            limits::PROJECTS,
        )?;
        let project = Project {
            id: self.new_id(ProjectId::new),
            parent: None,
            name,
            colour: None,
            icon: None,
            kind: ProjectKind::Normal,
            archived: false,
            position: Position::nth(self.take_number_for_order()),
            layout: Layout::List,
            deleted_at: None,
            version: 1,
        };
        let id = project.id;
        self.notes.push(format!("new project {}", project.name));
        self.put_project(Verb::Created, project);
        Ok(id)
    }

    /// A number that sorts a new project, section or view after the present ones.
    pub(super) fn take_number_for_order(&self) -> i64 {
        let known = self.directory.projects.len()
            + self.directory.sections.len()
            + self.directory.views.len();
        // Ranks follow the directory's revision, which has grown with every thing ever made.
        self.state.space.directory_rev + i64::try_from(known).unwrap_or(i64::MAX / 2)
    }

    pub(super) fn resolve_section(
        &self,
        project: ProjectId,
        reference: &SectionRef,
    ) -> Result<SectionId, Rejection> {
        let live = || {
            self.directory
                .sections
                .iter()
                .filter(|section| section.deleted_at.is_none())
        };
        let found = match reference {
            SectionRef::Id(id) => live().find(|section| section.id == *id),
            SectionRef::Named(name) => self
                .directory
                .section_named(project, name)
                .filter(|section| section.deleted_at.is_none()),
        };
        match found {
            Some(section) if section.project == project => Ok(section.id),
            _ => {
                let name = match reference {
                    SectionRef::Id(id) => id.to_string(),
                    SectionRef::Named(name) => name.clone(),
                };
                let names = live()
                    .filter(|section| section.project == project)
                    .map(|section| section.name.as_str());
                let nearest = nearest(&name, names).map(str::to_owned);
                Err(Rejection::NotFound {
                    what: "section",
                    name,
                    nearest,
                })
            }
        }
    }

    /// The ids of tags by name; those that do not exist are made.
    pub(super) fn resolve_tags(
        &mut self,
        pointer: &str,
        names: &[String],
    ) -> Result<BTreeSet<TagId>, Rejection> {
        validate::at_most("tags of a task", names.len(), limits::TASK_TAGS)?;
        names
            .iter()
            .map(|name| self.resolve_tag(pointer, name))
            .collect()
    }

    fn resolve_tag(&mut self, pointer: &str, name: &str) -> Result<TagId, Rejection> {
        let name = validate::tag(pointer, name)?;
        if let Some(tag) = self.known_tag(&name) {
            return Ok(tag);
        }
        validate::at_most("tags", self.directory.tags.len() + 1, limits::TAGS)?;
        let tag = Tag {
            id: self.new_id(TagId::new),
            name,
            colour: None,
            deleted_at: None,
            version: 1,
        };
        let id = tag.id;
        self.put_tag(Verb::Created, tag);
        Ok(id)
    }

    /// The id of a tag that exists.
    pub(super) fn known_tag(&self, name: &str) -> Option<TagId> {
        let name = name.trim().trim_start_matches('#');
        self.directory
            .tag_named(name)
            .filter(|tag| tag.deleted_at.is_none())
            .map(|tag| tag.id)
    }

    pub(super) fn check_members(
        &self,
        pointer: &str,
        users: impl IntoIterator<Item = UserId>,
    ) -> Result<BTreeSet<UserId>, Rejection> {
        users
            .into_iter()
            .map(|user| {
                let known = self
                    .directory
                    .members
                    .iter()
                    .any(|member| member.user == user);
                known.then_some(user).ok_or_else(|| {
                    Rejection::invalid(pointer, format!("{user} is no member of this space"))
                })
            })
            .collect()
    }
}
