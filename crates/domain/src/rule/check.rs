//! What a rule must satisfy beyond its grammar, and the one spelling of rules that mean the same.

use jiff::civil::Weekday;

use super::{ByDay, End, Frequency, Overflow, Rule, RuleError};
use crate::{Slot, limits};

impl Rule {
    /// The same rule in canonical form: lists sorted and without repeats, overflow and week start at
    /// their defaults where they make no difference. Rules that differ only in spelling are equal then.
    #[must_use]
    pub fn canonical(mut self) -> Self {
        self.by_day
            .sort_by_key(|day| (day.ordinal, day.weekday.to_monday_zero_offset()));
        self.by_day.dedup();
        self.by_month_day.sort_unstable();
        self.by_month_day.dedup();
        self.by_month.sort_unstable();
        self.by_month.dedup();
        self.by_set_pos.sort_unstable();
        self.by_set_pos.dedup();
        if !self.can_overflow() {
            self.overflow = Overflow::Clamp;
        }
        if !self.depends_on_week_start() {
            self.week_start = Weekday::Monday;
        }
        self
    }

    /// The canonical form of this rule at its anchor: an overflow that cannot occur from there becomes
    /// the default, so that "FREQ=MONTHLY" on the 20th is neither clamped nor skipped.
    #[must_use]
    pub fn settled(mut self, anchor: Slot) -> Self {
        if !self.can_overflow_from(anchor) {
            self.overflow = Overflow::Clamp;
        }
        self.canonical()
    }

    /// Whether the rule can name a day that a month lacks, from some anchor.
    pub fn can_overflow(&self) -> bool {
        self.overflows(31, None)
    }

    /// Whether the rule can name a day that a month lacks, from this anchor.
    pub fn can_overflow_from(&self, anchor: Slot) -> bool {
        self.overflows(anchor.date.day(), Some(anchor.date.month()))
    }

    /// Whether the rule repeats by the clock, so that its slots always have a time.
    pub fn needs_time(&self) -> bool {
        self.frequency == Frequency::Hourly
    }

    fn overflows(&self, anchor_day: i8, anchor_month: Option<i8>) -> bool {
        if !matches!(self.frequency, Frequency::Monthly | Frequency::Yearly) {
            return false;
        }
        let day = match self.by_month_day.iter().max() {
            Some(day) => *day,
            None if self.by_day.is_empty() => anchor_day,
            None => return false,
        };
        let yearly_on_anchor = self.frequency == Frequency::Yearly && self.by_month_day.is_empty();
        let shortest = match (self.by_month.as_slice(), anchor_month) {
            ([], Some(month)) if yearly_on_anchor => shortest_length(month),
            ([], _) => 28,
            (months, _) => months
                .iter()
                .map(|month| shortest_length(*month))
                .min()
                .unwrap_or(28),
        };
        day > shortest
    }

    fn depends_on_week_start(&self) -> bool {
        self.frequency == Frequency::Weekly
            && ((self.interval > 1 && !self.by_day.is_empty()) || !self.by_set_pos.is_empty())
    }

    /// Whether the parts have values within their bounds and go together (RFC 5545, section 3.3.10).
    ///
    /// # Errors
    /// Names the first part that does not.
    pub fn check(&self) -> Result<(), RuleError> {
        self.check_values()?;
        self.check_days()?;
        self.check_positions()?;
        self.check_possible()
    }

    fn check_values(&self) -> Result<(), RuleError> {
        let interval = u32::from(self.interval);
        within(
            "INTERVAL",
            i64::from(interval),
            1,
            limits::RULE_INTERVAL.into(),
            "1 to 999",
        )?;
        for month in &self.by_month {
            within("BYMONTH", (*month).into(), 1, 12, "1 to 12")?;
        }
        for day in &self.by_month_day {
            within("BYMONTHDAY", (*day).into(), -31, 31, "1 to 31 or -31 to -1")?;
        }
        for day in &self.by_day {
            if let Some(ordinal) = day.ordinal {
                within(
                    "BYDAY",
                    ordinal.into(),
                    -53,
                    53,
                    "weekdays such as MO, 1MO or -1FR",
                )?;
            }
        }
        for position in &self.by_set_pos {
            within(
                "BYSETPOS",
                (*position).into(),
                -366,
                366,
                "1 to 366 or -366 to -1",
            )?;
        }
        if let Some(End::Count(count)) = self.end {
            within(
                "COUNT",
                count.into(),
                1,
                limits::RULE_COUNT.into(),
                "1 to 9999",
            )?;
        }
        Ok(())
    }

    fn check_days(&self) -> Result<(), RuleError> {
        let ordinals = self.by_day.iter().any(|day| day.ordinal.is_some());
        if ordinals && !matches!(self.frequency, Frequency::Monthly | Frequency::Yearly) {
            return Err(RuleError::Conflict {
                part: "BYDAY with a number",
                other: "this FREQ",
                remedy: "use FREQ=MONTHLY or FREQ=YEARLY",
            });
        }
        if self.frequency == Frequency::Weekly && !self.by_month_day.is_empty() {
            return Err(RuleError::Conflict {
                part: "BYMONTHDAY",
                other: "FREQ=WEEKLY",
                remedy: "use FREQ=MONTHLY",
            });
        }
        Ok(())
    }

    fn check_positions(&self) -> Result<(), RuleError> {
        if self.by_set_pos.is_empty() {
            return Ok(());
        }
        if matches!(self.frequency, Frequency::Hourly | Frequency::Daily) {
            return Err(RuleError::Conflict {
                part: "BYSETPOS",
                other: "this FREQ",
                remedy: "use FREQ=WEEKLY, MONTHLY or YEARLY",
            });
        }
        if self.by_day.is_empty() && self.by_month_day.is_empty() && self.by_month.is_empty() {
            return Err(RuleError::Conflict {
                part: "BYSETPOS",
                other: "a rule that names no days",
                remedy: "add BYDAY or BYMONTHDAY",
            });
        }
        Ok(())
    }

    /// Refuses days that no month of the rule has, such as 30 February under `Skip`.
    fn check_possible(&self) -> Result<(), RuleError> {
        if self.by_month.is_empty() || self.by_month_day.is_empty() {
            return Ok(());
        }
        let clamps = self.overflow == Overflow::Clamp
            && matches!(self.frequency, Frequency::Monthly | Frequency::Yearly);
        let longest = self
            .by_month
            .iter()
            .map(|month| longest_length(*month))
            .max()
            .unwrap_or(31);
        let possible = self
            .by_month_day
            .iter()
            .any(|day| (clamps && *day > 0) || i16::from(*day).abs() <= i16::from(longest));
        if possible {
            return Ok(());
        }
        let months: Vec<String> = self.by_month.iter().map(ToString::to_string).collect();
        let days: Vec<String> = self.by_month_day.iter().map(ToString::to_string).collect();
        Err(RuleError::Never(format!(
            "BYMONTH={};BYMONTHDAY={}",
            months.join(","),
            days.join(",")
        )))
    }
}

impl ByDay {
    /// Every such weekday.
    pub fn every(weekday: Weekday) -> Self {
        Self {
            ordinal: None,
            weekday,
        }
    }

    /// The first, second, ... or, negative, last such weekday of the month or year.
    pub fn nth(ordinal: i8, weekday: Weekday) -> Self {
        Self {
            ordinal: Some(ordinal),
            weekday,
        }
    }
}

fn within(
    part: &'static str,
    value: i64,
    least: i64,
    most: i64,
    expected: &'static str,
) -> Result<(), RuleError> {
    if value != 0 && (least..=most).contains(&value) {
        Ok(())
    } else {
        Err(RuleError::Value {
            part,
            value: value.to_string(),
            expected,
        })
    }
}

fn shortest_length(month: i8) -> i8 {
    if month == 2 {
        28
    } else {
        longest_length(month)
    }
}

fn longest_length(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
