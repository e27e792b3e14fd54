//! Finds occurrences: the first one, the next one, and how many lie before one.
//!
//! A search starts in the period that holds its lower bound, so it costs the same however long the
//! series has run. Only COUNT is counted from the anchor, and COUNT is bounded.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::hourly::Hourly;
use super::{End, Frequency, Mode, Rule, period};
use crate::Slot;

impl Rule {
    /// The first occurrence on or after the anchor. Slots carry the anchor's wall time; hourly rules
    /// are elapsed time in `zone`, from midnight where the anchor is a whole day.
    pub fn first(&self, anchor: Slot, zone: &TimeZone) -> Option<Slot> {
        self.first_from(anchor, anchor, zone)
    }

    /// The first occurrence that is not earlier than `from`. For a series of whole days the time of
    /// `from` does not count.
    pub fn first_from(&self, anchor: Slot, from: Slot, zone: &TimeZone) -> Option<Slot> {
        let from = match anchor.time {
            None if !self.needs_time() => Slot::day(from.date),
            _ => from,
        };
        let found = self
            .unending_from(anchor, from, zone)
            .find(|slot| *slot >= from)?;
        self.if_not_ended(anchor, found, zone)
    }

    /// The first occurrence later than `after`. A whole day is earlier than every time of that day.
    pub fn next_after(&self, anchor: Slot, after: Slot, zone: &TimeZone) -> Option<Slot> {
        let found = self
            .unending_from(anchor, after, zone)
            .find(|slot| *slot > after)?;
        self.if_not_ended(anchor, found, zone)
    }

    /// Every occurrence from the anchor on, in order.
    pub fn occurrences<'a>(&'a self, anchor: Slot, zone: &'a TimeZone) -> Occurrences<'a> {
        Occurrences {
            rule: self,
            slots: self.unending_from(anchor, anchor, zone),
            given: 0,
        }
    }

    /// The anchor of a new series that may begin at `from`: the first slot from there on that the rule
    /// names, whatever its interval. "Every other Tuesday" said on a Friday begins on Tuesday.
    pub fn begin(&self, from: Slot, zone: &TimeZone) -> Option<Slot> {
        let every = Self {
            interval: 1,
            end: None,
            ..self.clone()
        };
        let first = every.first(from, zone)?;
        self.includes(first).then_some(first)
    }

    /// How many occurrences lie before `slot`; never more than `most`, which bounds the work.
    pub fn count_before(&self, anchor: Slot, slot: Slot, zone: &TimeZone, most: u32) -> u32 {
        let slots = self
            .unending_from(anchor, anchor, zone)
            .take_while(|found| *found < slot);
        u32::try_from(slots.take(most as usize).count()).unwrap_or(most)
    }

    /// Whether `spent` slots (schedule mode) or completions (completion mode) use the rule's COUNT up.
    pub fn ended(&self, spent: u32) -> bool {
        matches!(self.end, Some(End::Count(count)) if spent >= count)
    }

    /// Whether UNTIL, if there is one, allows this slot. A day allows all of its times.
    pub fn includes(&self, slot: Slot) -> bool {
        match self.end {
            Some(End::Until(until)) if until.time.is_none() || slot.time.is_none() => {
                slot.date <= until.date
            }
            Some(End::Until(until)) => slot <= until,
            _ => true,
        }
    }

    fn if_not_ended(&self, anchor: Slot, slot: Slot, zone: &TimeZone) -> Option<Slot> {
        let ended = match self.end {
            Some(End::Count(count)) if self.mode == Mode::Schedule => {
                self.count_before(anchor, slot, zone, count) >= count
            }
            _ => !self.includes(slot),
        };
        (!ended).then_some(slot)
    }

    /// The occurrences of the rule without its end, in order, from a little before `from`.
    pub(super) fn unending_from<'a>(
        &'a self,
        anchor: Slot,
        from: Slot,
        zone: &'a TimeZone,
    ) -> Slots<'a> {
        if self.frequency == Frequency::Hourly {
            Slots::Hourly(Hourly::starting(self, anchor, from, zone))
        } else {
            Slots::Calendar(Calendar::starting(self, anchor, from.date))
        }
    }
}

/// The occurrences of a rule, from its anchor to its end. Made by [`Rule::occurrences`].
#[derive(Debug)]
pub struct Occurrences<'a> {
    rule: &'a Rule,
    slots: Slots<'a>,
    given: u32,
}

impl Iterator for Occurrences<'_> {
    type Item = Slot;

    fn next(&mut self) -> Option<Slot> {
        if self.rule.ended(self.given) {
            return None;
        }
        let slot = self.slots.next().filter(|slot| self.rule.includes(*slot))?;
        self.given = self.given.saturating_add(1);
        Some(slot)
    }
}

/// Occurrences without an end.
#[derive(Debug)]
pub(super) enum Slots<'a> {
    Calendar(Calendar<'a>),
    Hourly(Hourly<'a>),
}

impl Iterator for Slots<'_> {
    type Item = Slot;

    fn next(&mut self) -> Option<Slot> {
        match self {
            Self::Calendar(calendar) => calendar.next(),
            Self::Hourly(hourly) => hourly.next(),
        }
    }
}

/// Occurrences of a rule that steps by days, weeks, months or years.
#[derive(Debug)]
pub(super) struct Calendar<'a> {
    rule: &'a Rule,
    anchor: Slot,
    index: Option<i64>,
    days: std::vec::IntoIter<Date>,
}

impl<'a> Calendar<'a> {
    fn starting(rule: &'a Rule, anchor: Slot, from: Date) -> Self {
        let index = Some(period::index_of(rule, anchor.date, from));
        Self {
            rule,
            anchor,
            index,
            days: Vec::new().into_iter(),
        }
    }
}

impl Iterator for Calendar<'_> {
    type Item = Slot;

    fn next(&mut self) -> Option<Slot> {
        for _ in 0..=longest_silence(self.rule.frequency) {
            let anchor = self.anchor.date;
            if let Some(date) = self.days.find(|date| *date >= anchor) {
                return Some(Slot {
                    date,
                    time: self.anchor.time,
                });
            }
            let index = self.index?;
            let days = period::days_of(self.rule, anchor, index);
            self.index = days
                .as_ref()
                .and_then(|_| period::next_index(self.rule, anchor, index));
            self.days = days?.into_iter();
        }
        None
    }
}

/// So many periods without an occurrence in a row mean that there is none at all: the Gregorian
/// calendar repeats itself, weekdays included, after 400 years.
fn longest_silence(frequency: Frequency) -> u32 {
    match frequency {
        Frequency::Yearly => 400,
        Frequency::Monthly => 12 * 400,
        Frequency::Weekly => 20_871,
        // Months that the rule leaves out are jumped over, so these are days of kept months.
        Frequency::Hourly | Frequency::Daily => 20_000,
    }
}
