//! The only place that writes what a command has decided: rows, ledger, timers, events, the
//! change, and the counters of the space, in one batch.

use std::collections::BTreeSet;

use domain::change::{Change, Event};
use domain::decide::{Decision, Fired, LedgerStep, Parts, Timer, Write};
use domain::policy::SpaceScope;
use domain::task::Occurrence;
use domain::user::Settings;
use domain::{ChangeId, Ids, RelationKind, SpaceId, Task, TaskId, fold};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use uuid::Uuid;

use crate::change::credential;
use crate::sql::{Engine, statements};
use crate::statement::WriteBatch;
use crate::task_row::{self, json, name};
use crate::value::{Value, values};

mod begin;
mod erase;
pub mod purge;
mod words;

pub use begin::{NewSpace, begin_space};
pub use erase::erase_space;

statements! {
    ADVANCE = shared "space/advance";
    INSERT_TASK = shared "task/insert";
    UPDATE_TASK = shared "task/update";
    INSERT_TASK_TAG = shared "task_tag/insert";
    DELETE_TASK_TAG = shared "task_tag/delete";
    INSERT_RELATION = shared "relation/insert";
    DELETE_RELATION = shared "relation/delete";
    PUT_PROJECT = shared "project/put";
    PUT_SECTION = shared "section/put";
    PUT_TAG = shared "tag/put";
    PUT_VIEW = shared "saved_view/put";
    SET_SETTINGS = shared "app_user/set_settings";
    INSERT_OCCURRENCE = shared "occurrence/insert";
    WITHDRAW_OCCURRENCES = shared "occurrence/withdraw";
    REINSTATE_OCCURRENCES = shared "occurrence/reinstate";
    DELETE_PENDING_TIMERS = shared "timer/delete_pending";
    INSERT_TIMER = shared "timer/insert";
    FIRE_TIMER = shared "timer/fire";
    INSERT_DELIVERY = shared "delivery/insert";
    DISMISS_DELIVERIES = shared "delivery/dismiss";
    INSERT_EVENT = shared "event/insert";
    INSERT_CHANGE = shared "change/insert";
    MARK_UNDONE = shared "change/mark_undone";
}

/// Every statement that changes what a decision is about.
#[cfg(test)]
pub(crate) fn statements() -> [&'static [&'static crate::sql::Sql]; 5] {
    [
        STATEMENTS,
        begin::STATEMENTS,
        erase::STATEMENTS,
        purge::STATEMENTS,
        words::STATEMENTS,
    ]
}

/// What is recorded beside the decision itself.
pub struct Recording<'a> {
    /// The engine that it is written to: it decides how words are indexed.
    pub engine: Engine,
    /// The settings of the space's owner, as they were loaded.
    pub owner: &'a Settings,
    /// What a retry of the same request is answered with.
    pub outcome: String,
    /// The hash of what was asked, where the request has an id.
    pub request_hash: Option<Vec<u8>>,
    /// New identifiers, for deliveries.
    pub ids: &'a dyn Ids,
}

/// Everything that `decision` writes. Empty when it changes nothing.
pub fn record(scope: SpaceScope, decision: &Decision, recording: &Recording<'_>) -> WriteBatch {
    let mut recorder = Recorder {
        scope,
        space: scope.space(),
        zone: owner_zone(decision.parts(), recording.owner),
        recording,
        writes: WriteBatch::new(),
    };
    if !decision.is_empty() {
        recorder.decision(decision.parts());
    }
    recorder.writes
}

/// The zone after the decision: it may itself change it.
fn owner_zone(parts: &Parts, owner: &Settings) -> TimeZone {
    let changed = parts.writes.iter().rev().find_map(|write| match write {
        Write::Settings { after, .. } => Some(after),
        _ => None,
    });
    changed.unwrap_or(owner).time_zone.time_zone().clone()
}

struct Recorder<'a> {
    scope: SpaceScope,
    space: SpaceId,
    zone: TimeZone,
    recording: &'a Recording<'a>,
    writes: WriteBatch,
}

impl Recorder<'_> {
    fn decision(&mut self, parts: &Parts) {
        for write in &parts.writes {
            self.record_row(write, parts);
        }
        let purged: Vec<TaskId> = parts
            .writes
            .iter()
            .filter_map(|write| match write {
                Write::Purged { before } => Some(before.id),
                _ => None,
            })
            .collect();
        if !purged.is_empty() {
            self.writes.append(purge::purge_tasks(self.scope, &purged));
        }
        for step in &parts.ledger {
            self.ledger_step(*step, parts.change.id);
        }
        for occurrence in &parts.occurrences {
            self.occurrence(occurrence);
        }
        self.timers(parts);
        for event in &parts.events {
            self.event(event);
        }
        self.change(&parts.change);
        let counters = values![
            self.space,
            parts.rev,
            parts.next_number,
            parts.directory_rev
        ];
        self.writes.push(&ADVANCE, counters);
    }

    fn ledger_step(&mut self, step: LedgerStep, by: ChangeId) {
        match step {
            LedgerStep::Withdraw { task, from, until } => {
                let values = values![self.space, task, from, by, until];
                self.writes.push(&WITHDRAW_OCCURRENCES, values);
            }
            LedgerStep::Reinstate {
                task,
                withdrawn_by,
                slot,
            } => {
                let values = values![self.space, task, withdrawn_by, slot];
                self.writes.push(&REINSTATE_OCCURRENCES, values);
            }
        }
    }

    fn record_row(&mut self, write: &Write, parts: &Parts) {
        let space = self.space;
        match write {
            Write::Task { before, after } => self.task(before.as_deref(), after),
            // All at once, after the rows.
            Write::Purged { .. } => {}
            Write::Project { after, .. } => self.writes.push(
                &PUT_PROJECT,
                values![
                    space,
                    after.id,
                    after.parent,
                    &after.name,
                    fold::key(&after.name),
                    after.colour.as_ref(),
                    after.icon.as_ref(),
                    name(&after.kind),
                    after.archived,
                    &after.position,
                    name(&after.layout),
                    after.deleted_at,
                    after.version,
                ],
            ),
            Write::Section { after, .. } => self.writes.push(
                &PUT_SECTION,
                values![
                    space,
                    after.id,
                    after.project,
                    &after.name,
                    fold::key(&after.name),
                    &after.position,
                    after.is_done_column,
                    after.deleted_at,
                    after.version,
                ],
            ),
            Write::Tag { after, .. } => self.writes.push(
                &PUT_TAG,
                values![
                    space,
                    after.id,
                    &after.name,
                    fold::key(&after.name),
                    after.colour.as_ref(),
                    after.deleted_at,
                    after.version,
                ],
            ),
            Write::View { after, .. } => self.writes.push(
                &PUT_VIEW,
                values![
                    space,
                    after.id,
                    &after.name,
                    fold::key(&after.name),
                    &after.filter,
                    name(&after.layout),
                    &after.sort,
                    &after.group,
                    after.shared,
                    &after.position,
                    after.deleted_at,
                    after.version,
                ],
            ),
            Write::Settings { user, after, .. } => {
                let values = values![*user, json(after), parts.change.at];
                self.writes.push(&SET_SETTINGS, values);
            }
        }
    }

    fn task(&mut self, before: Option<&Task>, after: &Task) {
        let statement = if before.is_none() {
            &INSERT_TASK
        } else {
            &UPDATE_TASK
        };
        self.writes
            .push(statement, task_row::values(self.space, after, &self.zone));
        let tags_before = before.map(|task| &task.tags);
        for tag in task_row::without(tags_before, &after.tags) {
            self.writes
                .push(&DELETE_TASK_TAG, values![self.space, tag, after.id]);
        }
        let none = BTreeSet::new();
        for tag in task_row::without(Some(&after.tags), tags_before.unwrap_or(&none)) {
            self.writes
                .push(&INSERT_TASK_TAG, values![self.space, tag, after.id]);
        }
        self.relations(before, after);
        let engine = self.recording.engine;
        self.writes
            .append(words::follow(engine, self.space, before, after));
    }

    fn relations(&mut self, before: Option<&Task>, after: &Task) {
        let none = BTreeSet::new();
        for kind in RelationKind::KEPT {
            let was = before.and_then(|task| task.related(kind)).unwrap_or(&none);
            let is = after.related(kind).unwrap_or(&none);
            let values = |other: &TaskId| values![self.space, after.id, kind.name(), *other];
            for other in was.difference(is) {
                self.writes.push(&DELETE_RELATION, values(other));
            }
            for other in is.difference(was) {
                self.writes.push(&INSERT_RELATION, values(other));
            }
        }
    }

    fn occurrence(&mut self, occurrence: &Occurrence) {
        self.writes.push(
            &INSERT_OCCURRENCE,
            values![
                self.space,
                occurrence.task,
                occurrence.slot,
                name(&occurrence.outcome),
                occurrence.at,
                occurrence.by,
                json(&occurrence.before),
            ],
        );
    }

    fn timers(&mut self, parts: &Parts) {
        let at = parts.change.at;
        for Fired { timer, .. } in &parts.fired {
            let values = values![timer.reminder, timer.fire_at, at, self.space];
            self.writes.push_one(&FIRE_TIMER, values);
        }
        if !parts.retimed.is_empty() {
            let tasks = || Value::from(parts.retimed.as_slice());
            self.writes
                .push(&DELETE_PENDING_TIMERS, vec![self.space.into(), tasks()]);
            self.writes.push(
                &DISMISS_DELIVERIES,
                vec![self.space.into(), tasks(), at.into()],
            );
        }
        // After dismissing what was shown before: firing a snoozed reminder also changes its task.
        for fired in &parts.fired {
            self.deliveries(fired, at);
        }
        for Timer {
            task,
            reminder,
            fire_at,
            slot,
        } in &parts.timers
        {
            let values = values![*reminder, *fire_at, self.space, *task, *slot];
            self.writes.push(&INSERT_TIMER, values);
        }
    }

    fn deliveries(&mut self, fired: &Fired, now: Timestamp) {
        let Timer {
            task,
            reminder,
            fire_at,
            slot,
        } = fired.timer;
        for recipient in &fired.recipients {
            self.writes.push(
                &INSERT_DELIVERY,
                values![
                    self.recording.ids.next(),
                    self.space,
                    task,
                    reminder,
                    fire_at,
                    slot,
                    "in_app",
                    *recipient,
                    0i64,
                    "sent",
                    fired.late,
                    None::<i64>,
                    now,
                    now,
                ],
            );
        }
    }

    fn event(&mut self, event: &Event) {
        self.writes.push(
            &INSERT_EVENT,
            values![
                self.space,
                event.rev,
                event.id,
                name(&event.subject),
                name(&event.verb),
                event.subject_id,
                event.change,
                event.at,
                json(&event.before),
                json(&event.after),
            ],
        );
    }

    fn change(&mut self, change: &Change) {
        let by = &change.by;
        let [kind, id] = credential(by.credential);
        let mut values = values![
            self.space,
            change.id,
            change.first_rev,
            change.last_rev,
            change.at,
            by.user,
        ];
        values.extend([kind, id]);
        values.extend(values![
            name(&by.via),
            by.turn,
            &change.command,
            change.request.as_ref(),
            self.recording.request_hash.clone(),
            json(&change.undoes),
            change.is_meant_by_undo(),
            &self.recording.outcome,
        ]);
        self.writes.push(&INSERT_CHANGE, values);
        if !change.undoes.is_empty() {
            let undone: Vec<Uuid> = change.undoes.iter().map(|id| id.uuid()).collect();
            let values = vec![self.space.into(), Value::UuidList(undone), change.id.into()];
            self.writes.push(&MARK_UNDONE, values);
        }
    }
}
