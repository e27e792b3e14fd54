//! Hourly rules: elapsed time from the anchor's instant, shown on the wall clock of a zone.
//!
//! Local slots only grow: what falls into the second pass of a repeated hour is left out where its
//! wall time has been there already.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use super::{Rule, days, period};
use crate::Slot;

/// No clock has ever been set back by more than a day.
const LONGEST_FOLD_HOURS: i64 = 25;
/// Steps and days that one search looks at before the rule counts as one that never happens again.
const PROBES: u32 = 20_000;

/// Occurrences of an hourly rule.
#[derive(Debug)]
pub(super) struct Hourly<'a> {
    rule: &'a Rule,
    zone: &'a TimeZone,
    start: Option<Timestamp>,
    step: i64,
}

impl<'a> Hourly<'a> {
    /// Occurrences from shortly before `from` on.
    pub(super) fn starting(rule: &'a Rule, anchor: Slot, from: Slot, zone: &'a TimeZone) -> Self {
        let mut hourly = Self {
            rule,
            zone,
            start: instant(zone, anchor.datetime()),
            step: 0,
        };
        let from = zone.to_ambiguous_timestamp(from.datetime()).earlier().ok();
        if let (Some(start), Some(from)) = (hourly.start, from) {
            hourly.step = from.duration_since(start).as_hours() / hourly.interval() - 1;
            hourly.step = hourly.step.max(0);
        }
        hourly
    }

    fn interval(&self) -> i64 {
        i64::from(self.rule.interval).max(1)
    }

    fn instant_of(&self, step: i64) -> Option<Timestamp> {
        let hours = step.checked_mul(self.interval())?;
        if hours > 24 * 366 * 20_000 {
            return None;
        }
        self.start?
            .checked_add(SignedDuration::from_hours(hours))
            .ok()
    }

    /// Whether the wall time at this step is later than at every step before it.
    fn is_first_pass(&self, step: i64, at: Timestamp, local: DateTime) -> bool {
        let day_before = at.checked_sub(SignedDuration::from_hours(LONGEST_FOLD_HOURS));
        let clock_went_back =
            day_before.is_ok_and(|before| self.zone.to_offset(before) > self.zone.to_offset(at));
        if !clock_went_back {
            return true;
        }
        let reach = LONGEST_FOLD_HOURS / self.interval() + 1;
        (step.saturating_sub(reach).max(0)..step)
            .filter_map(|earlier| self.instant_of(earlier))
            .all(|earlier| self.zone.to_datetime(earlier) < local)
    }

    /// Moves on to the first step of the next day that the rule keeps.
    fn jump_after(&mut self, date: Date, probes: &mut u32) -> Option<()> {
        let mut date = date;
        loop {
            *probes = probes.checked_sub(1)?;
            date = date.tomorrow().ok()?;
            if !self.rule.by_month.is_empty() {
                date = period::month_from(date, &self.rule.by_month).unwrap_or(date);
            }
            if days::keeps(self.rule, date) {
                break;
            }
        }
        let midnight = instant(self.zone, date.at(0, 0, 0, 0))?;
        let hours = midnight
            .duration_since(self.start?)
            .as_secs()
            .div_euclid(3600);
        self.step = self.step.max(hours.div_euclid(self.interval()));
        Some(())
    }
}

impl Iterator for Hourly<'_> {
    type Item = Slot;

    fn next(&mut self) -> Option<Slot> {
        let mut probes = PROBES;
        loop {
            probes = probes.checked_sub(1)?;
            let step = self.step;
            let at = self.instant_of(step)?;
            let local = self.zone.to_datetime(at);
            self.step = step.checked_add(1)?;
            if !days::keeps(self.rule, local.date()) {
                self.jump_after(local.date(), &mut probes)?;
            } else if self.is_first_pass(step, at, local) {
                return Some(Slot::timed(local));
            }
        }
    }
}

fn instant(zone: &TimeZone, local: DateTime) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(local).compatible().ok()
}
