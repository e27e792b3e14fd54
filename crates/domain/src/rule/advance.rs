//! Moves a series on when its current occurrence is done, skipped or given a new rule (model, 3.4, 3.5, 3.9).

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use super::{Mode, Rule};
use crate::task::{CatchUp, OccurrenceOutcome, Series};
use crate::time::TimeSettings;
use crate::{Slot, limits};

/// When something happens to a series, on the wall clock that its slots are on.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// The zone of the slots: that of a zoned due, else the owner's.
    pub zone: TimeZone,
    /// Now.
    pub now: Timestamp,
    /// The current day in `zone`.
    pub today: Date,
    /// When it was done; not later than `now`.
    pub done_at: Timestamp,
    /// The day in `zone` that it was done on.
    pub done_on: Date,
}

impl Moment {
    /// Now, for somebody with these settings and a series whose slots are in `zone`. The day changes
    /// at the person's rollover.
    pub fn new(now: Timestamp, settings: &TimeSettings, zone: TimeZone) -> Self {
        let there = TimeSettings {
            zone,
            ..settings.clone()
        };
        let today = there.today(now);
        Self {
            zone: there.zone,
            now,
            today,
            done_at: now,
            done_on: today,
        }
    }

    /// The same moment for something that was done earlier.
    #[must_use]
    pub fn done_at(self, done_at: Timestamp, settings: &TimeSettings) -> Self {
        let there = TimeSettings {
            zone: self.zone.clone(),
            ..settings.clone()
        };
        Self {
            done_at,
            done_on: there.today(done_at),
            ..self
        }
    }

    /// Whether a slot is still to come: a day from today on, a time later than now.
    pub fn is_ahead(&self, slot: Slot) -> bool {
        match slot.time {
            None => slot.date >= self.today,
            Some(_) => instant(&self.zone, slot).is_none_or(|at| at > self.now),
        }
    }
}

/// Where a series goes from its current slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// The next slot; `None` when the series has ended.
    pub next: Option<Slot>,
    /// The series' anchor from now on: the same in schedule mode, the completion in completion mode.
    pub anchor: Slot,
    /// The slots between, earliest first; at most [`limits::MISSED_SLOTS`].
    pub missed: Vec<Slot>,
    /// Whether more slots were missed than are listed.
    pub missed_more: bool,
    /// What [`Series::spent`] becomes.
    pub spent: u32,
}

impl Advance {
    /// The series at its next slot, overrides of the past occurrence gone; `None` when it has ended.
    pub fn series(&self, series: &Series) -> Option<Series> {
        self.next.map(|slot| Series {
            anchor: self.anchor,
            slot,
            spent: self.spent,
            original: None,
            ..series.clone()
        })
    }
}

/// Where `series` goes when its current occurrence ends with `outcome`.
pub fn advance(series: &Series, outcome: OccurrenceOutcome, moment: &Moment) -> Advance {
    match series.rule.mode {
        Mode::Schedule => on_schedule(series, moment),
        Mode::Completion => after_completion(series, outcome, moment),
    }
}

/// Up to `most` slots after the current one, as they come when every occurrence is done on time.
pub fn upcoming(series: &Series, zone: &TimeZone, most: usize) -> Vec<Slot> {
    let rule = &series.rule;
    let spent = usize::try_from(series.spent)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    let left = match rule.end {
        Some(super::End::Count(count)) => (count as usize).saturating_sub(spent),
        _ => usize::MAX,
    };
    let most = most.min(left);
    match rule.mode {
        Mode::Schedule => rule
            .unending_from(series.anchor, series.slot, zone)
            .filter(|slot| *slot > series.slot)
            .take_while(|slot| rule.includes(*slot))
            .take(most)
            .collect(),
        Mode::Completion => {
            let after = |slot: &Slot| unending_after(rule, *slot, *slot, zone);
            std::iter::successors(after(&series.slot), after)
                .take_while(|slot| rule.includes(*slot))
                .take(most)
                .collect()
        }
    }
}

impl Rule {
    /// The first slot of a new series that is given without a due (model, 3.12): a day from today on,
    /// with `time` a moment after now. It is the series' anchor. An hourly rule without a time begins
    /// now, to the minute.
    pub fn first_due(&self, time: Option<Time>, moment: &Moment) -> Option<Slot> {
        if self.needs_time() && time.is_none() {
            let now = to_minute(moment.zone.to_datetime(moment.now));
            return self.begin(Slot::timed(now), &moment.zone);
        }
        let from = Slot {
            date: moment.today,
            time,
        };
        let first = self.begin(from, &moment.zone)?;
        if moment.is_ahead(first) {
            return Some(first);
        }
        if self.needs_time() {
            let now = Slot::timed(moment.zone.to_datetime(moment.now));
            return self.next_after(from, now, &moment.zone);
        }
        let mut from = from;
        loop {
            from.date = from.date.tomorrow().ok()?;
            let first = self.begin(from, &moment.zone)?;
            if moment.is_ahead(first) {
                return Some(first);
            }
            from.date = first.date;
        }
    }
}

fn on_schedule(series: &Series, moment: &Moment) -> Advance {
    let rule = &series.rule;
    let mut result = Advance {
        next: None,
        anchor: series.anchor,
        missed: Vec::new(),
        missed_more: false,
        spent: series.spent.saturating_add(1),
    };
    let mut slots = rule
        .unending_from(series.anchor, series.slot, &moment.zone)
        .filter(|slot| *slot > series.slot)
        .take_while(|slot| rule.includes(*slot));
    let found = loop {
        if rule.ended(result.spent) {
            return result;
        }
        let Some(slot) = slots.next() else {
            return result;
        };
        if series.catch_up == CatchUp::Each || moment.is_ahead(slot) {
            break slot;
        }
        if result.missed.len() >= limits::MISSED_SLOTS && !has_count(rule) {
            result.missed_more = true;
            break slot;
        }
        if result.missed.len() < limits::MISSED_SLOTS {
            result.missed.push(slot);
        } else {
            result.missed_more = true;
        }
        result.spent = result.spent.saturating_add(1);
    };
    drop(slots);
    result.next = if result.missed_more && !has_count(rule) {
        first_ahead(series, moment)
    } else {
        Some(found)
    };
    result
}

/// The first slot of the schedule that is still to come, found without stepping through the past.
fn first_ahead(series: &Series, moment: &Moment) -> Option<Slot> {
    // A wall time inside a gap lies before the clock that passes over it, so the search starts early.
    let from = Slot {
        date: moment.today.saturating_sub(jiff::Span::new().days(2)),
        time: None,
    };
    let from = from.max(series.slot);
    series
        .rule
        .unending_from(series.anchor, from, &moment.zone)
        .filter(|slot| *slot > series.slot)
        .take_while(|slot| series.rule.includes(*slot))
        .find(|slot| moment.is_ahead(*slot))
}

fn after_completion(series: &Series, outcome: OccurrenceOutcome, moment: &Moment) -> Advance {
    let rule = &series.rule;
    let anchor = if rule.needs_time() {
        Slot::timed(to_minute(moment.zone.to_datetime(moment.done_at)))
    } else {
        Slot {
            date: moment.done_on,
            time: series.anchor.time,
        }
    };
    let done = u32::from(outcome == OccurrenceOutcome::Done);
    let spent = series.spent.saturating_add(done);
    // Done twice on one day, or long before its slot, it still goes past its own slot, so that a slot
    // names one occurrence only.
    let next = unending_after(rule, anchor, anchor.max(series.slot), &moment.zone)
        .filter(|slot| rule.includes(*slot) && !rule.ended(spent));
    Advance {
        next,
        anchor,
        missed: Vec::new(),
        missed_more: false,
        spent,
    }
}

fn unending_after(rule: &Rule, anchor: Slot, after: Slot, zone: &TimeZone) -> Option<Slot> {
    rule.unending_from(anchor, after, zone)
        .find(|slot| *slot > after)
}

fn has_count(rule: &Rule) -> bool {
    matches!(rule.end, Some(super::End::Count(_)))
}

fn to_minute(local: jiff::civil::DateTime) -> jiff::civil::DateTime {
    local.date().at(local.hour(), local.minute(), 0, 0)
}

fn instant(zone: &TimeZone, slot: Slot) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(slot.datetime())
        .compatible()
        .ok()
}
