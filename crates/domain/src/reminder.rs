//! When reminders sound.

use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::decide::Timer;
use crate::due::Due;
use crate::task::{Reminder, ReminderAnchor, ReminderTime, Task};
use crate::time::TimeSettings;

const MINUTES_PER_DAY: i32 = 24 * 60;

impl Reminder {
    /// When it sounds for the task's current occurrence, snoozes aside; `None` when the date that
    /// it counts from is not set. `clock` is the owner's.
    pub fn base_at(&self, task: &Task, clock: &TimeSettings) -> Option<Timestamp> {
        let (anchor, minutes_before) = match self.at {
            ReminderTime::Absolute { at } => return Some(at),
            ReminderTime::Relative {
                anchor,
                minutes_before,
            } => (anchor, minutes_before),
        };
        let moment = match anchor {
            ReminderAnchor::Due => task.due.clone()?,
            ReminderAnchor::Start => task.start.clone()?,
            ReminderAnchor::Deadline => Due::Day {
                date: task.deadline?,
            },
        };
        // Whole days are counted on the calendar, so that "a day before" keeps the wall time
        // across a clock change; the rest is elapsed time.
        let days = minutes_before / MINUTES_PER_DAY;
        let minutes = minutes_before % MINUTES_PER_DAY;
        let date = moment.date().checked_sub(days.days()).ok()?;
        let time = moment.time().unwrap_or(clock.all_day_reminder);
        let local = date.to_datetime(time);
        let zone = moment.zone_or(&clock.zone);
        let at = zone.to_ambiguous_timestamp(local).compatible().ok()?;
        at.checked_sub(SignedDuration::from_mins(minutes.into()))
            .ok()
    }

    /// When it sounds next, after `now`; `None` when it has sounded or never will.
    pub fn next_at(&self, task: &Task, clock: &TimeSettings, now: Timestamp) -> Option<Timestamp> {
        [self.base_at(task, clock), self.snoozed_until]
            .into_iter()
            .flatten()
            .filter(|at| *at > now)
            .min()
    }
}

impl Task {
    /// The timers that its reminders want after `now`; none unless it is open.
    pub fn timers(&self, clock: &TimeSettings, now: Timestamp) -> Vec<Timer> {
        if !self.is_open() {
            return Vec::new();
        }
        let mut timers = Vec::new();
        for reminder in &self.reminders {
            let moments = [reminder.base_at(self, clock), reminder.snoozed_until];
            let mut future: Vec<Timestamp> = moments
                .into_iter()
                .flatten()
                .filter(|at| *at > now)
                .collect();
            future.sort_unstable();
            future.dedup();
            timers.extend(future.into_iter().map(|fire_at| Timer {
                task: self.id,
                reminder: reminder.id,
                fire_at,
                slot: self.series.as_ref().map(|series| series.slot),
            }));
        }
        timers
    }

    /// Whether both states of a task want the same timers on the same clock.
    pub fn reminds_like(&self, other: &Self) -> bool {
        self.is_open() == other.is_open()
            && self.due == other.due
            && self.start == other.start
            && self.deadline == other.deadline
            && self.reminders == other.reminders
            && self.series.as_ref().map(|series| series.slot)
                == other.series.as_ref().map(|series| series.slot)
    }
}
