//! A space in memory: runs commands through `decide` and takes over what they decide.

#![allow(dead_code, reason = "each test file uses its own part of this world")]

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::actor::{Actor, Credential, Scope, Via};
use domain::change::{Change, Event};
use domain::command::{Command, NewSeries, NewTask, UndoTarget};
use domain::decide::{Ctx, LedgerStep, Parts, Rejection, State, Timer, Write, decide};
use domain::space::{Directory, Layout, Member, Project, ProjectKind, Role, Space, SpaceKind};
use domain::task::{CatchUp, Occurrence, OccurrenceOutcome};
use domain::user::Settings;
use domain::{
    ChangeId, Due, Ids, Position, ProjectId, Rule, SessionId, SpaceId, Task, TaskId, UserId, Zone,
};
use jiff::Timestamp;
use jiff::civil::DateTime;
use uuid::Uuid;

/// Counts up, so that a test is the same every time.
#[derive(Default)]
pub(crate) struct CountingIds(AtomicU64);

impl Ids for CountingIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(1_000 + u128::from(self.0.fetch_add(1, Ordering::Relaxed)))
    }
}

pub(crate) struct World {
    pub(crate) space: Space,
    pub(crate) owner: Settings,
    pub(crate) directory: Directory,
    pub(crate) trashed: Directory,
    pub(crate) tasks: HashMap<TaskId, Task>,
    pub(crate) ledger: Vec<Occurrence>,
    /// Rows that were taken back, with the change that did.
    withdrawn: Vec<(ChangeId, Occurrence)>,
    pub(crate) changes: Vec<(Change, Vec<Event>)>,
    pub(crate) timers: Vec<Timer>,
    pub(crate) actor: Actor,
    pub(crate) now: Timestamp,
    ids: CountingIds,
}

impl World {
    /// A space whose owner lives in `zone`, at this local time.
    pub(crate) fn at(zone: &str, local: &str) -> Self {
        let user = UserId::new(Uuid::from_u128(1));
        let space = SpaceId::new(Uuid::from_u128(2));
        let inbox = Project {
            id: ProjectId::new(Uuid::from_u128(3)),
            parent: None,
            name: "Inbox".to_owned(),
            colour: None,
            icon: None,
            kind: ProjectKind::Inbox,
            archived: false,
            position: Position::nth(0),
            layout: Layout::List,
            deleted_at: None,
            version: 1,
        };
        let owner = Settings {
            time_zone: Zone::named(zone).expect("a zone"),
            ..Settings::default()
        };
        let mut world = Self {
            space: Space {
                id: space,
                name: "mine".to_owned(),
                kind: SpaceKind::Personal,
                owner: user,
                rev: 0,
                next_number: 1,
                directory_rev: 0,
            },
            owner,
            directory: Directory {
                projects: vec![inbox],
                members: vec![Member {
                    user,
                    name: "Ann".to_owned(),
                    role: Role::Owner,
                }],
                ..Directory::default()
            },
            trashed: Directory::default(),
            tasks: HashMap::new(),
            ledger: Vec::new(),
            withdrawn: Vec::new(),
            changes: Vec::new(),
            timers: Vec::new(),
            actor: Actor {
                user,
                space,
                role: Role::Owner,
                scope: Scope::Admin,
                projects: None,
                credential: Credential::Session(SessionId::new(Uuid::from_u128(4))),
                via: Via::Ui,
                turn: None,
            },
            now: Timestamp::UNIX_EPOCH,
            ids: CountingIds::default(),
        };
        world.travel(local);
        world
    }

    /// Goes to a local time of the owner.
    pub(crate) fn travel(&mut self, local: &str) {
        let local: DateTime = local.parse().expect("a local time");
        let zoned = local.to_zoned(self.owner.time_zone.time_zone().clone());
        self.now = zoned.expect("a time that exists").timestamp();
    }

    pub(crate) fn state(&self) -> State {
        let mut occurrences: HashMap<TaskId, Occurrence> = HashMap::new();
        for row in self.ledger.iter().filter(|row| !row.before.is_empty()) {
            occurrences.insert(row.task, row.clone());
        }
        let positions = |task: &Task| {
            let others = self.tasks.values().map(|other| &other.position);
            let below = others
                .clone()
                .filter(|other| **other < task.position)
                .max()
                .cloned();
            let above = others
                .filter(|other| **other > task.position)
                .min()
                .cloned();
            (below, above)
        };
        let first = self.tasks.values().map(|task| task.position.clone()).min();
        let last = self.tasks.values().map(|task| task.position.clone()).max();
        State {
            space: self.space.clone(),
            owner: self.owner.clone(),
            directory: self.directory.clone().into(),
            tasks: self.tasks.clone(),
            occurrences,
            undo: Vec::new(),
            trashed: self.trashed.clone(),
            neighbours: self
                .tasks
                .values()
                .map(|task| (task.id, positions(task)))
                .collect(),
            edits: self.edits(),
            ends: first.zip(last),
        }
    }

    fn edits(&self) -> HashMap<TaskId, Vec<Event>> {
        let mut edits: HashMap<TaskId, Vec<Event>> = HashMap::new();
        for (_, events) in &self.changes {
            for event in events.iter().filter(|event| !event.before.is_empty()) {
                edits
                    .entry(TaskId::new(event.subject_id))
                    .or_default()
                    .push(event.clone());
            }
        }
        edits
    }

    /// Runs a command and takes over what it decides.
    pub(crate) fn run(&mut self, command: &Command) -> Result<Parts, Rejection> {
        let mut state = self.state();
        if let Command::Undo { target } = command {
            state.undo = self.undo(*target);
        }
        let ctx = Ctx {
            now: self.now,
            ids: &self.ids,
            actor: &self.actor,
            settings: &self.owner,
        };
        let decision = decide(&state, command, None, &ctx)?;
        let parts = decision.parts().clone();
        self.take_over(&parts);
        Ok(parts)
    }

    /// Runs a command that must succeed.
    #[track_caller]
    pub(crate) fn must(&mut self, command: &Command) -> Parts {
        match self.run(command) {
            Ok(parts) => parts,
            Err(rejection) => panic!("{} was refused: {rejection}", command.name()),
        }
    }

    fn undo(&self, target: UndoTarget) -> Vec<(Change, Vec<Event>)> {
        let open = self
            .changes
            .iter()
            .rev()
            .filter(|(change, _)| change.undone_by.is_none());
        match target {
            UndoTarget::Last => open
                .filter(|(change, _)| change.undoes.is_empty())
                .take(1)
                .cloned()
                .collect(),
            UndoTarget::Change(id) => self
                .changes
                .iter()
                .filter(|(change, _)| change.id == id)
                .cloned()
                .collect(),
            UndoTarget::Turn(turn) => open
                .filter(|(change, _)| change.by.turn == Some(turn))
                .cloned()
                .collect(),
            UndoTarget::Token(token) => open
                .filter(|(change, _)| change.by.credential == Credential::Token(token))
                .cloned()
                .collect(),
        }
    }

    fn take_over(&mut self, parts: &Parts) {
        let from = self.space.rev;
        let revisions: Vec<i64> = parts.events.iter().map(|event| event.rev).collect();
        let dense: Vec<i64> = (from + 1..=parts.rev).collect();
        assert_eq!(revisions, dense, "revisions are dense");
        self.space.rev = parts.rev;
        self.space.next_number = parts.next_number;
        self.space.directory_rev = parts.directory_rev;
        for write in &parts.writes {
            self.write(write);
        }
        for step in &parts.ledger {
            self.ledger_step(*step, parts.change.id);
        }
        for row in &parts.occurrences {
            self.withdrawn
                .retain(|(_, old)| (old.task, old.slot) != (row.task, row.slot));
        }
        self.ledger.extend(parts.occurrences.iter().cloned());
        self.timers
            .retain(|timer| !parts.retimed.contains(&timer.task));
        self.timers.extend(parts.timers.iter().cloned());
        for (change, _) in &mut self.changes {
            if parts.change.undoes.contains(&change.id) {
                change.undone_by = Some(parts.change.id);
            }
        }
        if !parts.events.is_empty() {
            self.changes
                .push((parts.change.clone(), parts.events.clone()));
        }
    }

    fn ledger_step(&mut self, step: LedgerStep, by: ChangeId) {
        match step {
            LedgerStep::Withdraw { task, from, until } => {
                let is_gone = |row: &mut Occurrence| {
                    let is_missed = row.outcome == OccurrenceOutcome::Missed;
                    let is_before = until.is_none_or(|until| row.slot < until);
                    row.task == task && row.slot >= from && (is_before || is_missed)
                };
                let gone = self.ledger.extract_if(.., is_gone);
                self.withdrawn.extend(gone.map(|row| (by, row)));
            }
            LedgerStep::Reinstate {
                task,
                withdrawn_by,
                slot,
            } => {
                let is_back = |(by, row): &mut (ChangeId, Occurrence)| {
                    row.task == task && (*by == withdrawn_by || Some(row.slot) == slot)
                };
                let back = self.withdrawn.extract_if(.., is_back);
                self.ledger.extend(back.map(|(_, row)| row));
            }
        }
    }

    fn write(&mut self, write: &Write) {
        match write {
            Write::Task { after, .. } => {
                self.tasks.insert(after.id, after.as_ref().clone());
            }
            Write::Purged { before } => {
                self.tasks.remove(&before.id);
            }
            Write::Settings { after, .. } => self.owner = after.clone(),
            Write::Project { after, .. } => {
                let (live, trash) = (&mut self.directory.projects, &mut self.trashed.projects);
                put(live, trash, after, |it| it.id, after.deleted_at.is_some());
            }
            Write::Section { after, .. } => {
                let (live, trash) = (&mut self.directory.sections, &mut self.trashed.sections);
                put(live, trash, after, |it| it.id, after.deleted_at.is_some());
            }
            Write::Tag { after, .. } => {
                let (live, trash) = (&mut self.directory.tags, &mut self.trashed.tags);
                put(live, trash, after, |it| it.id, after.deleted_at.is_some());
            }
            Write::View { after, .. } => {
                let (live, trash) = (&mut self.directory.views, &mut self.trashed.views);
                put(live, trash, after, |it| it.id, after.deleted_at.is_some());
            }
        }
    }

    /// Adds one task and returns its id.
    #[track_caller]
    pub(crate) fn add(&mut self, task: NewTask) -> TaskId {
        let parts = self.must(&Command::AddTasks { tasks: vec![task] });
        parts
            .writes
            .iter()
            .find_map(Write::task)
            .expect("a task was added")
    }

    #[track_caller]
    pub(crate) fn task(&self, id: TaskId) -> &Task {
        self.tasks.get(&id).expect("the task exists")
    }

    /// Due date and time of a task, as text.
    #[track_caller]
    pub(crate) fn due(&self, id: TaskId) -> String {
        self.task(id)
            .due
            .as_ref()
            .map(|due| due.slot().to_string())
            .unwrap_or_default()
    }
}

fn put<T: Clone, I: PartialEq>(
    live: &mut Vec<T>,
    trash: &mut Vec<T>,
    record: &T,
    id: impl Fn(&T) -> I,
    trashed: bool,
) {
    live.retain(|known| id(known) != id(record));
    trash.retain(|known| id(known) != id(record));
    let list = if trashed { trash } else { live };
    list.push(record.clone());
}

pub(crate) fn titled(title: &str) -> NewTask {
    NewTask {
        title: title.to_owned(),
        ..NewTask::default()
    }
}

/// A task that repeats, first due at `due` (a day, or a day and a time).
pub(crate) fn repeating(rrule: &str, due: &str) -> NewTask {
    NewTask {
        due: Some(due_at(due)),
        series: Some(series(rrule)),
        ..titled("water the plants")
    }
}

pub(crate) fn series(rrule: &str) -> NewSeries {
    NewSeries {
        rule: Rule::parse(rrule).expect("a rule"),
        catch_up: CatchUp::Jump,
    }
}

pub(crate) fn due_at(text: &str) -> Due {
    let slot: domain::Slot = text.parse().expect("a day or a day and a time");
    match slot.time {
        None => Due::Day { date: slot.date },
        Some(time) => Due::Floating {
            date: slot.date,
            time,
        },
    }
}
