//! Lists of weekdays that repeat: "mon, wed and fri", "monday to friday", "tue/thu", "weekends".

use domain::rule::{ByDay, Frequency, Rule};
use jiff::civil::Weekday;

use super::{RuleWords, workdays};
use crate::locale::{Part, Word};
use crate::when::Scan;

impl Scan<'_> {
    /// A weekday in the singular or the plural.
    pub(crate) fn weekday_any(&self, at: usize) -> Option<Weekday> {
        self.class(at, |word| match word {
            Word::Day(day) | Word::Days(day) => Some(*day),
            _ => None,
        })
    }

    /// A part of the day in the plural: a habit.
    pub(crate) fn parts(&self, at: usize) -> Option<Part> {
        self.class(at, |word| match word {
            Word::Parts(part) => Some(*part),
            _ => None,
        })
    }

    /// "monday", "mon, wed and fri", "monday to friday", "tue/thu".
    pub(crate) fn day_list(&self, at: usize) -> Option<(Vec<ByDay>, usize)> {
        let first = self.weekday_any(at)?;
        let mut days = vec![first];
        let mut next = self.after_day_name(at);
        if (self.is(next, Word::Through)
            || self.reaches(next)
            || matches!(self.sense(next), "-" | "–"))
            && let Some(last) = self.weekday_any(next + 1)
        {
            let mut day = first;
            while day != last && days.len() < 7 {
                day = day.next();
                days.push(day);
            }
            return Some((
                days.into_iter().map(ByDay::every).collect(),
                self.after_day_name(next + 1),
            ));
        }
        // A list longer than twice the week is no list of days.
        for _ in 0..14 {
            let mut place = next;
            while matches!(self.sense(place), "," | "/" | "+")
                || self.is(place, Word::And)
                || self.is(place, Word::Or)
            {
                place += 1;
            }
            place = if place > next {
                self.opt(self.skip(place, &[Word::On]), Word::Every)
            } else {
                place
            };
            // "mon wed fri" needs no sign between.
            let Some(day) = self.weekday_any(place) else {
                break;
            };
            if !days.contains(&day) {
                days.push(day);
            }
            next = self.after_day_name(place);
        }
        Some((days.into_iter().map(ByDay::every).collect(), next))
    }

    pub(crate) fn after_day_name(&self, at: usize) -> usize {
        let dot = self.means(at + 1, ".") && self.glued(at + 1) && self.surface(at).len() <= 5;
        at + 1 + usize::from(dot)
    }

    /// "mondays and thursdays", "weekends", "weekdays".
    pub(crate) fn plural_days(&self, at: usize) -> Option<(RuleWords, usize)> {
        let mut rule = Rule::every(1, Frequency::Weekly);
        let low = self.sense(at);
        if matches!(low, "weekdays" | "workdays") {
            rule.by_day = workdays();
            return Some((RuleWords::new(rule), at + 1));
        }
        if low == "weekends" {
            rule.by_day = vec![ByDay::every(Weekday::Saturday)];
            return Some((RuleWords::new(rule), at + 1));
        }
        let (days, next) = self.day_list(at)?;
        let is_plural = |at: usize| {
            self.class(at, |w| {
                if let Word::Days(d) = w {
                    Some(*d)
                } else {
                    None
                }
            })
        };
        let habit = is_plural(at).is_some() || (at..next).any(|at| is_plural(at).is_some());
        if let Some(part) = self.parts(next) {
            rule.by_day = days;
            let mut words = RuleWords::new(rule);
            words.clock.part = Some(part);
            return Some((words, next + 1));
        }
        if !habit && !self.is_habit_of(&days, at, next) {
            return None;
        }
        rule.by_day = days;
        Some((RuleWords::new(rule), next))
    }

    /// A word between the first and the last of a range: "to", "bis".
    fn reaches(&self, at: usize) -> bool {
        self.means(at, "to") || self.is(at, Word::By) && self.is(at, Word::Until)
    }

    /// "von Montag bis Freitag um 9": days of a habit behind their preposition.
    pub(super) fn days_from_to(&self, at: usize) -> Option<(RuleWords, usize)> {
        if !self.is(at, Word::From) {
            return None;
        }
        let (words, next) = self.plural_days(at + 1)?;
        (words.rule.by_day.len() == 5).then_some((words, next))
    }

    /// A task is due on one day: "mon-fri", "tue/thu" and "monday, wednesday and friday" name the
    /// days of a habit. "monday to friday" is one, too, where a time of day follows, else a stay.
    fn is_habit_of(&self, days: &[ByDay], at: usize, next: usize) -> bool {
        let within = |sign: &dyn Fn(usize) -> bool| (at..next).any(sign);
        if within(&|place| self.is(place, Word::Or)) {
            return false;
        }
        let written = within(&|place| matches!(self.sense(place), "/" | "+") && self.glued(place));
        let range = within(&|place| {
            matches!(self.sense(place), "-" | "–")
                || self.is(place, Word::Through)
                || self.reaches(place)
        });
        if range {
            let glued =
                within(&|place| matches!(self.sense(place), "-" | "–") && self.glued(place));
            let timed = || {
                let place = self.opt_sense(next, ",");
                self.moment(place)
                    .is_some_and(|(moment, _)| moment.days.is_none() && moment.clock.is_some())
            };
            return days.len() == 5 && (glued || timed());
        }
        days.len() > 2 || written && days.len() == 2
    }
}
