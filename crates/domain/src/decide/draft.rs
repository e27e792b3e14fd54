//! The working copy of a space while one command is decided: edits are collected here and become
//! a [`Decision`] with diffs, events, timers and revisions at the end.

use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::decision::{Decision, Fired, LedgerStep, Parts, Timer, Write};
use super::diff::{self, Diff};
use super::{Ctx, Rejection, State};
use crate::change::{By, Change, Event, Subject, Verb};
use crate::ids::{ChangeId, EventId, ProjectId, RequestId, SectionId, TagId, TaskId, ViewId};
use crate::space::{Directory, Project, Section, Tag, View};
use crate::task::{Occurrence, Task};
use crate::time::TimeSettings;
use crate::user::Settings;

pub(super) struct Draft<'a> {
    pub(super) state: &'a State,
    pub(super) ctx: &'a Ctx<'a>,
    /// The owner's clock: floating times and days are of this clock.
    pub(super) clock: TimeSettings,
    /// The directory with this command's edits.
    pub(super) directory: Arc<Directory>,
    tasks: HashMap<TaskId, Task>,
    settings: Option<Settings>,
    touched: Vec<(Subject, Uuid, Verb)>,
    purged: Vec<TaskId>,
    ended: Vec<TaskId>,
    reminded: Vec<TaskId>,
    next_number: i64,
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) ledger: Vec<LedgerStep>,
    pub(super) fired: Vec<Fired>,
    pub(super) notes: Vec<String>,
    pub(super) conflicts: Vec<(TaskId, String)>,
    pub(super) undoes: Vec<ChangeId>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(state: &'a State, ctx: &'a Ctx<'a>) -> Self {
        Self {
            state,
            ctx,
            clock: state.owner.time(),
            directory: Arc::clone(&state.directory),
            tasks: HashMap::new(),
            settings: None,
            touched: Vec::new(),
            purged: Vec::new(),
            ended: Vec::new(),
            reminded: Vec::new(),
            next_number: state.space.next_number,
            occurrences: Vec::new(),
            ledger: Vec::new(),
            fired: Vec::new(),
            notes: Vec::new(),
            conflicts: Vec::new(),
            undoes: Vec::new(),
        }
    }

    /// The task as this command has left it so far, trash included.
    pub(super) fn any_task(&self, id: TaskId) -> Result<&Task, Rejection> {
        self.tasks
            .get(&id)
            .or_else(|| self.state.tasks.get(&id))
            .ok_or_else(|| Rejection::NotFound {
                what: "task",
                name: id.to_string(),
                nearest: None,
            })
    }

    /// The task as this command has left it so far; one in the trash is refused.
    pub(super) fn task(&self, id: TaskId) -> Result<&Task, Rejection> {
        let task = self.any_task(id)?;
        if !self.may_use(task.project) {
            return Err(Rejection::NotFound {
                what: "task",
                name: id.to_string(),
                nearest: None,
            });
        }
        if task.deleted_at.is_some() {
            return Err(Rejection::NotNow(format!(
                "task #{} is in the trash; restore it first",
                task.number
            )));
        }
        Ok(task)
    }

    /// Every task that was loaded or added, as this command has left it so far.
    pub(super) fn all_tasks(&self) -> impl Iterator<Item = &Task> {
        let added = self
            .tasks
            .values()
            .filter(|task| !self.state.tasks.contains_key(&task.id));
        self.state
            .tasks
            .keys()
            .filter_map(|id| self.any_task(*id).ok())
            .chain(added)
    }

    /// Direct subtasks that are not in the trash, in manual order.
    pub(super) fn children(&self, parent: TaskId) -> Vec<TaskId> {
        let mut children: Vec<&Task> = self
            .all_tasks()
            .filter(|task| task.parent == Some(parent) && task.deleted_at.is_none())
            .collect();
        children.sort_by(|a, b| (&a.position, a.number).cmp(&(&b.position, b.number)));
        children.iter().map(|task| task.id).collect()
    }

    /// Subtasks at every depth that are not in the trash; parents come before their children.
    pub(super) fn descendants(&self, root: TaskId) -> Vec<TaskId> {
        let mut found = self.children(root);
        let mut index = 0;
        while let Some(id) = found.get(index).copied() {
            let children = self.children(id);
            found.extend(children.into_iter().filter(|child| *child != root));
            found.dedup();
            index += 1;
            if index > self.state.tasks.len() + self.tasks.len() {
                break;
            }
        }
        found
    }

    /// Puts an edited task back; `verb` says what happened when it is the first edit.
    pub(super) fn put_task(&mut self, verb: Verb, task: Task) {
        self.touch(Subject::Task, task.id.uuid(), verb);
        self.tasks.insert(task.id, task);
    }

    /// Removes a task for good.
    pub(super) fn purge_task(&mut self, id: TaskId) {
        self.touch(Subject::Task, id.uuid(), Verb::Purged);
        if !self.purged.contains(&id) {
            self.purged.push(id);
        }
    }

    /// Keeps derived columns of an unchanged task current, without an event.
    pub(super) fn rederive_task(&mut self, task: Task) {
        self.tasks.entry(task.id).or_insert(task);
    }

    /// Notes that a reminder sounded; a snooze that led to it is over.
    pub(super) fn put_reminded(&mut self, timer: &Timer, mut task: Task) {
        for reminder in &mut task.reminders {
            if reminder.id == timer.reminder && reminder.snoozed_until == Some(timer.fire_at) {
                reminder.snoozed_until = None;
            }
        }
        if self.any_task(task.id).is_ok_and(|before| *before != task) {
            self.put_task(Verb::Reminded, task);
        } else if !self.reminded.contains(&task.id) {
            self.reminded.push(task.id);
        }
    }

    /// A directory of this command's own, copied when it is first edited.
    fn directory_mut(&mut self) -> &mut Directory {
        Arc::make_mut(&mut self.directory)
    }

    pub(super) fn put_project(&mut self, verb: Verb, project: Project) {
        self.touch(Subject::Project, project.id.uuid(), verb);
        put(&mut self.directory_mut().projects, project, |project| {
            project.id
        });
    }

    pub(super) fn put_section(&mut self, verb: Verb, section: Section) {
        self.touch(Subject::Section, section.id.uuid(), verb);
        put(&mut self.directory_mut().sections, section, |section| {
            section.id
        });
    }

    pub(super) fn put_tag(&mut self, verb: Verb, tag: Tag) {
        self.touch(Subject::Tag, tag.id.uuid(), verb);
        put(&mut self.directory_mut().tags, tag, |tag| tag.id);
    }

    pub(super) fn put_view(&mut self, verb: Verb, view: View) {
        self.touch(Subject::View, view.id.uuid(), verb);
        put(&mut self.directory_mut().views, view, |view| view.id);
    }

    pub(super) fn put_settings(&mut self, settings: Settings) {
        self.clock = settings.time();
        self.touch(
            Subject::Settings,
            self.state.space.owner.uuid(),
            Verb::Updated,
        );
        self.settings = Some(settings);
    }

    /// The owner's settings as this command has left them so far.
    pub(super) fn settings(&self) -> &Settings {
        self.settings.as_ref().unwrap_or(&self.state.owner)
    }

    /// Notes that a series has no further occurrence.
    pub(super) fn end_series(&mut self, task: TaskId) {
        self.ended.push(task);
    }

    /// The number of a new task or other new thing of manual order.
    pub(super) fn take_number(&mut self) -> i64 {
        let number = self.next_number;
        self.next_number += 1;
        number
    }

    pub(super) fn next_number(&self) -> i64 {
        self.next_number
    }

    pub(super) fn new_id<T>(&self, wrap: impl Fn(Uuid) -> T) -> T {
        wrap(self.ctx.ids.next())
    }

    fn touch(&mut self, subject: Subject, id: Uuid, verb: Verb) {
        let known = self
            .touched
            .iter_mut()
            .find(|(s, i, _)| *s == subject && *i == id);
        match known {
            None => self.touched.push((subject, id, verb)),
            // A later, more telling verb replaces a mere update.
            Some((_, _, first)) if *first == Verb::Updated => *first = verb,
            Some(_) => {}
        }
    }

    /// Settles everything: versions, diffs, events, timers.
    pub(super) fn finish(mut self, command: &str, request: Option<RequestId>) -> Decision {
        let change = ChangeId::new(self.ctx.ids.next());
        let by = By {
            user: self.ctx.actor.user,
            credential: self.ctx.actor.credential,
            via: self.ctx.actor.via,
            turn: self.ctx.actor.turn,
        };
        let mut writes = Vec::new();
        let mut events: Vec<Event> = Vec::new();
        let mut rev = self.state.space.rev;
        let mut directory_rev = self.state.space.directory_rev;
        let mut event = |subject, verb, subject_id, diff: Diff, rev: &mut i64| {
            *rev += 1;
            events.push(Event {
                id: EventId::new(self.ctx.ids.next()),
                space: self.state.space.id,
                rev: *rev,
                subject,
                verb,
                subject_id,
                change,
                at: self.ctx.now,
                by: by.clone(),
                before: diff.before,
                after: diff.after,
            });
        };
        for (subject, id, verb) in std::mem::take(&mut self.touched) {
            let settled = match subject {
                Subject::Task => self.settle_task(TaskId::new(id)),
                Subject::Project => self.settle_project(ProjectId::new(id)),
                Subject::Section => self.settle_section(SectionId::new(id)),
                Subject::Tag => self.settle_tag(TagId::new(id)),
                Subject::View => self.settle_view(ViewId::new(id)),
                Subject::Settings => self.settle_settings(),
            };
            if let Some((write, diff)) = settled {
                writes.push(write);
                event(subject, verb, id, diff, &mut rev);
                if subject != Subject::Task {
                    directory_rev = rev;
                }
            }
        }
        let bare = |verb| move |task: &TaskId| (*task, verb);
        let ended = self.ended.iter().map(bare(Verb::Ended));
        for (task, verb) in ended.chain(self.reminded.iter().map(bare(Verb::Reminded))) {
            event(Subject::Task, verb, task.uuid(), Diff::default(), &mut rev);
        }
        let settled: Vec<TaskId> = writes.iter().filter_map(Write::task).collect();
        for task in self
            .tasks
            .values()
            .filter(|task| !settled.contains(&task.id))
        {
            if let Some(before) = self.state.tasks.get(&task.id)
                && self.settings.is_some()
            {
                writes.push(Write::Task {
                    before: Some(Box::new(before.clone())),
                    after: Box::new(before.clone()),
                });
            }
        }
        let (retimed, timers) = self.timers(&writes);
        Decision::new(Parts {
            space: self.state.space.id,
            rev,
            next_number: self.next_number,
            directory_rev,
            writes,
            occurrences: self.occurrences,
            ledger: self.ledger,
            retimed,
            timers,
            fired: self.fired,
            change: Change {
                id: change,
                space: self.state.space.id,
                first_rev: self.state.space.rev + 1,
                last_rev: rev,
                at: self.ctx.now,
                by,
                command: command.to_owned(),
                request,
                undone_by: None,
                undoes: self.undoes,
            },
            events,
            notes: self.notes,
            conflicts: self.conflicts,
        })
    }

    fn settle_task(&mut self, id: TaskId) -> Option<(Write, Diff)> {
        if self.purged.contains(&id) {
            let before = Box::new(self.state.tasks.get(&id)?.clone());
            let mut diff = Diff::default();
            diff.before
                .insert("title".to_owned(), before.title.as_str().into());
            return Some((Write::Purged { before }, diff));
        }
        let after = self.tasks.get_mut(&id)?;
        let before = self.state.tasks.get(&id);
        if let Some(before) = before {
            after.version = before.version;
            after.updated_at = before.updated_at;
            if before == after {
                return None;
            }
            after.version += 1;
            after.updated_at = self.ctx.now;
        }
        let diff = diff::between(before, after);
        let write = Write::Task {
            before: before.cloned().map(Box::new),
            after: Box::new(after.clone()),
        };
        Some((write, diff))
    }

    fn settle_settings(&self) -> Option<(Write, Diff)> {
        let after = self.settings.clone()?;
        let before = self.state.owner.clone();
        if before == after {
            return None;
        }
        let diff = diff::between(Some(&before), &after);
        Some((
            Write::Settings {
                user: self.state.space.owner,
                before,
                after,
            },
            diff,
        ))
    }

    fn timers(&self, writes: &[Write]) -> (Vec<TaskId>, Vec<Timer>) {
        let mut retimed = Vec::new();
        let mut timers = Vec::new();
        for write in writes {
            let Write::Task { before, after } = write else {
                continue;
            };
            let same = before
                .as_ref()
                .is_some_and(|before| self.settings.is_none() && before.reminds_like(after));
            let never = before.is_none() && after.reminders.is_empty();
            if same || never {
                continue;
            }
            retimed.push(after.id);
            timers.extend(after.timers(&self.clock, self.ctx.now));
        }
        (retimed, timers)
    }
}

fn put<T, I: PartialEq>(records: &mut Vec<T>, record: T, id: impl Fn(&T) -> I) {
    match records.iter_mut().find(|known| id(known) == id(&record)) {
        Some(known) => *known = record,
        None => records.push(record),
    }
}

macro_rules! settle {
    ($($method:ident, $id:ty, $records:ident, $write:ident;)+) => {
        impl Draft<'_> {
            $(fn $method(&mut self, id: $id) -> Option<(Write, Diff)> {
                let find = |directory: &Directory| {
                    directory.$records.iter().find(|record| record.id == id).cloned()
                };
                let before = find(&self.state.directory).or_else(|| find(&self.state.trashed));
                let after = &mut self.directory_mut().$records;
                let after = after.iter_mut().find(|record| record.id == id)?;
                if let Some(before) = &before {
                    after.version = before.version;
                    if before == after {
                        return None;
                    }
                    after.version += 1;
                }
                let diff = diff::between(before.as_ref(), after);
                Some((Write::$write { before, after: after.clone() }, diff))
            })+
        }
    };
}

settle! {
    settle_project, ProjectId, projects, Project;
    settle_section, SectionId, sections, Section;
    settle_tag, TagId, tags, Tag;
    settle_view, ViewId, views, View;
}
