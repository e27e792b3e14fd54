//! What may follow the head of a recurrence: days, times, a beginning, an end.

use domain::Slot;
use domain::rule::{End, Frequency, Overflow};

use super::{RuleWords, completing, workdays};
use crate::locale::{Unit, Word};
use crate::when::{Grain, Scan};

impl Scan<'_> {
    /// Reads on while what follows belongs to the rule.
    pub(super) fn tails(&self, mut words: RuleWords, at: usize) -> (RuleWords, usize) {
        let mut next = at;
        for _ in 0..8 {
            let place = if self.means(next, ",") {
                next + 1
            } else {
                next
            };
            let found = self
                .completing_tail(&mut words, place)
                .or_else(|| self.beginning(&mut words, place))
                .or_else(|| self.ending_tail(&mut words, place))
                .or_else(|| self.counting(&mut words, place))
                .or_else(|| self.except(&mut words, place))
                .or_else(|| self.skipping(&mut words, place))
                .or_else(|| self.on_days(&mut words, place))
                .or_else(|| self.of_period(&mut words, place))
                .or_else(|| self.time_of_day(&mut words, place));
            match found {
                Some(after) => next = after,
                None => break,
            }
        }
        (words, next)
    }

    fn completing_tail(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let next = self.completion(at)?;
        *words = completing(words.clone());
        Some(next)
    }

    /// "starting monday", "from january 1", "beginning next week".
    fn beginning(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        if words.start.is_some() {
            return None;
        }
        let word = self.is(at, Word::Starting) || self.is(at, Word::From) && self.means(at, "from");
        let as_of = self.means(at, "as") && self.is(at + 1, Word::Of);
        if !word && !as_of {
            return None;
        }
        let place = self.skip(
            at + 1 + usize::from(as_of),
            &[Word::On, Word::In, Word::From, Word::At],
        );
        let (moment, mut next) = self.moment(place)?;
        let days = match moment.days {
            Some(days) => days,
            // "starting at 9" is a time.
            None if moment.clock.is_some() || moment.part.is_some() => {
                words.clock = moment;
                return Some(next);
            }
            None => return None,
        };
        words.start = Some(days);
        if self.means(next, "on") && self.is(next + 1, Word::Hence) {
            next += 2;
        }
        if moment.clock.is_some() || moment.part.is_some() {
            words.clock = crate::when::Moment {
                days: None,
                ..moment
            };
        }
        // "from monday to friday" names days, not a beginning.
        Some(next)
    }

    /// "until december 31", "till friday", "through june", "ending may 1".
    pub(crate) fn ending_tail(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        if words.rule.end.is_some() || words.length.is_some() {
            return None;
        }
        let through =
            self.is(at, Word::Through) || self.means(at, "ending") || self.means(at, "ends");
        if !through
            && !self.is(at, Word::Until)
            && (!self.means(at, "up") || !self.means(at + 1, "to"))
        {
            return None;
        }
        let place = self.skip(
            at + 1 + usize::from(self.means(at, "up")),
            &[Word::On, Word::In, Word::By],
        );
        let place = self.opt_sense(place, "to");
        let (days, next) = self.day(place)?;
        let whole = through || days.grain == Grain::Day || days.grain == Grain::Weekend;
        let last = if whole {
            days.to.yesterday().ok()?
        } else {
            days.task
        };
        words.rule.end = Some(End::Until(Slot::day(last)));
        Some(next)
    }

    /// "for 10 days", "5 times", "x3", "for 4 weeks".
    fn counting(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        if words.rule.end.is_some() || words.length.is_some() {
            return None;
        }
        let ends = |place: usize| self.token(place).is_none_or(|token| !token.is_content());
        if self.is(at, Word::Once) && ends(at + 1) {
            words.rule.end = Some(End::Count(1));
            return Some(at + 1);
        }
        let place = if self.means(at, "for") {
            self.skip(self.opt_sense(at + 1, "the"), &[Word::Next])
        } else {
            at
        };
        if let Some(n) = self.fold(place).filter(|n| *n > 1) {
            words.rule.end = Some(End::Count(n));
            return Some(place + 1);
        }
        if let Some((n, next)) = self.number(place)
            && (self.is(next, Word::Times) || self.means(next, "x"))
            && n > 0
            && !self.is(next + 1, Word::A)
        {
            words.rule.end = Some(End::Count(n.min(10_000)));
            return Some(self.opt_sense(next + 1, "only"));
        }
        if place == at {
            return None;
        }
        let (amount, next) = self.amount(place)?;
        if amount.is_clock() {
            return None;
        }
        words.length = Some(amount);
        Some(next)
    }

    /// "skipping months without that day", as the catalogue says it.
    fn skipping(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let mut place = at;
        for word in self.locale.catalogue.skipping.split(' ') {
            if !word.eq_ignore_ascii_case(self.surface(place)) {
                return None;
            }
            place += 1;
        }
        words.rule.overflow = Overflow::Skip;
        Some(place)
    }

    /// "except sunday", "excluding weekends".
    fn except(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let weekly = words.rule.frequency == Frequency::Weekly && words.rule.by_day.len() > 1;
        let daily = words.rule.frequency == Frequency::Daily && words.rule.interval == 1;
        if !weekly && !daily {
            return None;
        }
        let place = match self.sense(at) {
            "except" | "excluding" | "but" => self.opt_sense(at + 1, "not"),
            _ => return None,
        };
        let place = self.skip(self.opt_sense(place, "for"), &[Word::On]);
        if self.unit(place) == Some(Unit::Weekend) {
            words.rule.frequency = Frequency::Weekly;
            words.rule.by_day = workdays();
            return Some(place + 1);
        }
        let (days, next) = self.day_list(place)?;
        let except: Vec<_> = days.iter().map(|day| day.weekday).collect();
        if weekly {
            words
                .rule
                .by_day
                .retain(|day| !except.contains(&day.weekday));
            return (!words.rule.by_day.is_empty()).then_some(next);
        }
        words.except = except;
        Some(next)
    }

    /// "on friday", "on the 10th", "on december 24", "on the last friday", "on weekdays".
    fn on_days(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let rule = &mut words.rule;
        let free = rule.by_day.is_empty() && rule.by_month_day.is_empty();
        if !free {
            return None;
        }
        let on = self.skip(at, &[Word::On]);
        let said = on > at;
        match rule.frequency {
            Frequency::Daily | Frequency::Hourly if said => {
                if matches!(self.sense(on), "weekdays" | "workdays") {
                    rule.by_day = workdays();
                    rule.frequency = Frequency::Weekly;
                    return Some(on + 1);
                }
                None
            }
            Frequency::Weekly => {
                if matches!(self.sense(on), "weekdays" | "workdays") {
                    rule.by_day = workdays();
                    return Some(on + 1);
                }
                let every = self.opt(on, Word::Every);
                let (days, next) = self.day_list(every)?;
                rule.by_day = days;
                Some(next)
            }
            Frequency::Monthly if said => {
                if let Some((items, next)) = self.month_items(on) {
                    items.give(rule);
                    return Some(next);
                }
                let day_word = if self.unit(on) == Some(Unit::Day) {
                    on + 1
                } else {
                    return None;
                };
                let (n, next) = self
                    .number(day_word)
                    .filter(|(n, _)| (1..=31).contains(n))?;
                rule.by_month_day = vec![i8::try_from(n).ok()?];
                Some(next)
            }
            Frequency::Yearly => {
                let place = if said {
                    on
                } else {
                    self.skip(at, &[Word::In, Word::At])
                };
                if let Some((days, next)) = self.feast(place) {
                    rule.by_month = vec![days.from.month()];
                    rule.by_month_day = vec![days.from.day()];
                    return Some(next);
                }
                if place == at {
                    return None;
                }
                if let Some((items, next)) = self.month_items(place) {
                    let of = self.skip(next, &[Word::Of, Word::In]);
                    let (months, end) = self.month_list(of);
                    if of > next && !months.is_empty() {
                        items.give(rule);
                        rule.by_month = months;
                        return Some(end);
                    }
                    return None;
                }
                let (months, days, next) = self.year_day_list(place)?;
                rule.by_month = months;
                rule.by_month_day = days;
                Some(next)
            }
            _ => None,
        }
    }

    /// "of the month", "of every month", "in march", "every year", "every month".
    fn of_period(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let rule = &mut words.rule;
        let linked = self.skip(at, &[Word::Of, Word::In]);
        let every = self.opt(linked, Word::Every);
        let place = if every > linked {
            every
        } else {
            self.opt(linked, Word::The)
        };
        if place == at {
            return None;
        }
        let articled = place > linked || self.holds_article(at, linked);
        match self.unit(place) {
            Some(Unit::Month) if rule.frequency == Frequency::Monthly && articled => {
                return Some(place + 1);
            }
            Some(Unit::Week) if rule.frequency == Frequency::Weekly && every > linked => {
                return Some(place + 1);
            }
            Some(Unit::Year) if rule.frequency == Frequency::Yearly && articled => {
                return Some(place + 1);
            }
            _ => {}
        }
        if linked > at
            && matches!(
                rule.frequency,
                Frequency::Monthly | Frequency::Yearly | Frequency::Weekly | Frequency::Daily
            )
            && rule.by_month.is_empty()
        {
            let (months, next) = self.month_list(linked);
            // "in march 2027" and "in march at 9": only months alone.
            if !months.is_empty() && self.number(next).is_none() {
                rule.by_month = months;
                if rule.frequency == Frequency::Yearly
                    && rule.by_day.is_empty()
                    && rule.by_month_day.is_empty()
                {
                    rule.by_month_day = vec![1];
                }
                if rule.frequency == Frequency::Monthly
                    && !rule.by_day.is_empty()
                    && self.is(at, Word::Of)
                {
                    rule.frequency = Frequency::Yearly;
                }
                return Some(next);
            }
        }
        None
    }

    fn time_of_day(&self, words: &mut RuleWords, at: usize) -> Option<usize> {
        let has_clock = words.clock.clock.is_some();
        if has_clock {
            return None;
        }
        if let Some((part, next)) = self.part(at)
            && words.clock.part.is_none()
        {
            words.clock.part = Some(part);
            return Some(next);
        }
        // "alle zwei Tage abends"
        if let Some(part) = self.parts(at).filter(|_| words.clock.part.is_none()) {
            words.clock.part = Some(part);
            return Some(at + 1);
        }
        let (moment, next) = self.moment(at)?;
        if moment.days.is_some() || moment.exact.is_some() {
            return None;
        }
        if moment.clock.is_none() && (words.clock.part.is_some() || moment.part.is_none()) {
            return None;
        }
        let part = moment.part.or(words.clock.part);
        words.clock = crate::when::Moment { part, ..moment };
        // "from 9 to 5": the end of the range is not kept.
        Some(next)
    }
}
