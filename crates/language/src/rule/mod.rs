//! Recurrence in words: what repeats, how often, from when, until when.

mod every;
mod items;
mod often;
mod tails;
mod weekdays;

use domain::Slot;
use domain::rule::{ByDay, End, Frequency, Mode, Moment as RuleMoment, Rule};
use jiff::civil::{Date, Weekday};

use crate::proposal::Doubt;
use crate::when::amounts::Amount;
use crate::when::{Days, Moment, Scan};

/// A rule as said, before its first occurrence is worked out.
#[derive(Debug, Clone)]
pub(crate) struct RuleWords {
    pub(crate) rule: Rule,
    /// "starting monday".
    pub(crate) start: Option<Days>,
    /// The time of day, said with the rule.
    pub(crate) clock: Moment,
    /// How long it goes on, where that was said as a length.
    pub(crate) length: Option<Amount>,
    /// For "14 days after I last did it": the first due date is so far ahead.
    pub(crate) ahead: Option<Amount>,
    /// Days that are left out.
    pub(crate) except: Vec<Weekday>,
    /// What is unclear.
    pub(crate) doubt: Option<Doubt>,
}

impl RuleWords {
    fn new(rule: Rule) -> Self {
        Self {
            rule,
            start: None,
            clock: Moment::NOTHING,
            length: None,
            ahead: None,
            except: Vec::new(),
            doubt: None,
        }
    }
}

/// A rule with its first occurrence.
#[derive(Debug, Clone)]
pub(crate) struct Settled {
    pub(crate) rule: Rule,
    pub(crate) due: domain::Due,
    pub(crate) doubt: Option<Doubt>,
}

impl Scan<'_> {
    /// The rule and its first due date. `said` is a day and time said apart from the rule.
    pub(crate) fn settle_rule(&self, words: &RuleWords, said: Option<&Moment>) -> Option<Settled> {
        let mut rule = words.rule.clone();
        let clock = if words.clock.clock.is_some() || words.clock.part.is_some() {
            words.clock.clone()
        } else {
            said.cloned().unwrap_or(Moment::NOTHING)
        };
        let start = words
            .start
            .map(|days| days.from)
            .or(said.and_then(|said| said.days).map(|days| days.task));
        let zone = clock.zone.clone();
        // The time as it reads on a day that is not today; today has its own reading below.
        let plain = Moment {
            days: None,
            ..clock.clone()
        };
        let now = self.now.datetime();
        let time = self.habit_time(&plain);
        if !words.except.is_empty() {
            rule.by_day = all_days()
                .into_iter()
                .filter(|day| !words.except.contains(day))
                .map(ByDay::every)
                .collect();
            rule.frequency = Frequency::Weekly;
        }
        rule.week_start = self.ctx.time.week_start;
        let mut rule = rule.canonical();
        let day = match (words.ahead, start) {
            (Some(amount), _) => amount.after_day(self.today, 1)?,
            (None, Some(day)) => {
                rule.begin(Slot { date: day, time }, &self.ctx.time.zone)?
                    .date
            }
            (None, None) if rule.frequency == Frequency::Hourly && time.is_none() => {
                let at = now.with().second(0).subsec_nanosecond(0).build().ok()?;
                return self.finish(rule, words, self.timed(at, zone), Some(at.time()));
            }
            (None, None) => {
                let moment = RuleMoment::new(self.ctx.now, &self.ctx.time, self.rule_zone(&clock));
                let first = rule.first_due(time, &moment)?;
                first.date
            }
        };
        if rule.frequency == Frequency::Monthly
            && rule.by_day.is_empty()
            && rule.by_month_day.is_empty()
            && start.is_none()
        {
            rule.by_month_day.clear();
        }
        let next_day = self.is_midnight(&clock);
        let day = if next_day && start.is_some() {
            day.tomorrow().ok()?
        } else {
            day
        };
        let due = match time {
            Some(time) => self.timed(day.to_datetime(time), zone),
            None => domain::Due::Day { date: day },
        };
        self.finish(rule, words, due, time)
    }

    fn is_midnight(&self, clock: &Moment) -> bool {
        clock.part == Some(crate::locale::Part::Midnight)
    }

    fn rule_zone(&self, clock: &Moment) -> jiff::tz::TimeZone {
        clock.zone.as_ref().map_or_else(
            || self.ctx.time.zone.clone(),
            |zone| zone.time_zone().clone(),
        )
    }

    fn finish(
        &self,
        mut rule: Rule,
        words: &RuleWords,
        due: domain::Due,
        _time: Option<jiff::civil::Time>,
    ) -> Option<Settled> {
        if let Some(length) = words.length {
            rule.end = Some(self.ending(&rule, length, due.date())?);
        }
        rule.check().ok()?;
        Some(Settled {
            rule,
            due,
            doubt: words.doubt.clone(),
        })
    }

    /// A length of a series is a number of occurrences where its unit is the rule's own, else a day.
    fn ending(&self, rule: &Rule, length: Amount, first: Date) -> Option<End> {
        use crate::locale::Unit;
        let per_week = u32::try_from(rule.by_day.len().max(1)).ok()?;
        let count = |n: i64| {
            u32::try_from(n)
                .ok()
                .filter(|n| (1..=10_000).contains(n))
                .map(End::Count)
        };
        let interval = i64::from(rule.interval);
        match (rule.frequency, length.unit) {
            (Frequency::Hourly, _) if length.months == 0 => {
                count((length.days * 24 + length.seconds / 3_600) / interval)
            }
            (Frequency::Daily, Unit::Day | Unit::Week | Unit::Fortnight) if length.months == 0 => {
                count(length.days / interval)
            }
            (Frequency::Weekly, Unit::Week | Unit::Fortnight) if length.months == 0 => {
                count(length.days / 7 / interval * i64::from(per_week))
            }
            (Frequency::Weekly, Unit::Day) if length.months == 0 => count(length.days),
            (Frequency::Monthly, Unit::Month | Unit::Year)
                if rule.by_month_day.len() + rule.by_day.len() <= 1 =>
            {
                count(length.months / interval)
            }
            (Frequency::Yearly, Unit::Year) => count(length.months / 12 / interval),
            _ => {
                let end = length.after_day(first, 1)?.yesterday().ok()?;
                Some(End::Until(Slot::day(end)))
            }
        }
    }
}

fn all_days() -> [Weekday; 7] {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    [
        Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday,
    ]
}

/// Monday to Friday.
pub(crate) fn workdays() -> Vec<ByDay> {
    all_days().into_iter().take(5).map(ByDay::every).collect()
}

/// Counts from completion.
pub(crate) fn completing(mut words: RuleWords) -> RuleWords {
    words.rule.mode = Mode::Completion;
    words
}
