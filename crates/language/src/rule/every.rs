//! The head of a recurrence: "every other tuesday", "daily", "the last friday of the month".

use domain::rule::{ByDay, Frequency, Rule};
use jiff::civil::Weekday;

use super::{RuleWords, completing, workdays};
use crate::locale::{Unit, Word};
use crate::when::{Grain, Scan};

impl Scan<'_> {
    /// A recurrence with all that belongs to it.
    pub(crate) fn recurrence(&self, at: usize) -> Option<(RuleWords, usize)> {
        if !self.step() || self.cut_on(at) {
            return None;
        }
        let begin = self.skip(at, &[Word::On]);
        let (words, next) = self
            .oftener_than_hourly(begin)
            .or_else(|| self.every(begin))
            .or_else(|| self.adverb(begin))
            .or_else(|| self.of_every_month(begin))
            .or_else(|| self.plural_days(begin))
            .or_else(|| self.days_from_to(begin))
            .or_else(|| self.times_per(begin))
            .or_else(|| self.after_doing(begin))?;
        let (words, next) = self.tails(words, next);
        (!self.cut_off(next) || self.means(next, "-")).then_some((words, next))
    }

    pub(crate) fn every(&self, at: usize) -> Option<(RuleWords, usize)> {
        if !self.is(at, Word::Every) {
            return None;
        }
        let mut place = at + 1;
        let strict = self.means(place, "!") && self.glued(place);
        if strict {
            place += 1;
        }
        place = self.opt_sense(place, "single");
        let (words, next) = self.what_repeats(place)?;
        Some((if strict { completing(words) } else { words }, next))
    }

    pub(crate) fn what_repeats(&self, at: usize) -> Option<(RuleWords, usize)> {
        // "every first friday", "every 15th and last day"; "every second friday" counts weeks.
        if let Some((items, next)) = self.month_items(at)
            && (items.len() > 1 || items.is_first_weekday())
        {
            let mut rule = Rule::every(1, Frequency::Monthly);
            let (_, next) = self.of_month(next, false, &mut rule);
            items.give(&mut rule);
            return Some((RuleWords::new(rule), next));
        }
        // "every last friday", "every first monday of the month", "every last day"
        if let Some(found) = self.ordinal_day(at, false) {
            return Some(found);
        }
        if let Some(found) = self.month_days(at) {
            return Some(found);
        }
        if let Some(found) = self.year_days(at) {
            return Some(found);
        }
        let (interval, place) = self.interval(at);
        if let Some((days, next)) = self.day_list(place) {
            let mut rule = Rule::every(interval, Frequency::Weekly);
            rule.by_day = days;
            return Some((RuleWords::new(rule), next));
        }
        let pick = |word: &Word| match word {
            Word::Part(part) | Word::Parts(part) => Some(*part),
            _ => None,
        };
        if let Some(part) = self.class(place, pick) {
            let mut words = RuleWords::new(Rule::every(interval, Frequency::Daily));
            words.clock.part = Some(part);
            return Some((words, place + 1));
        }
        if self.means(place, "business") && self.unit(place + 1) == Some(Unit::Day) {
            let mut rule = Rule::every(1, Frequency::Weekly);
            rule.by_day = workdays();
            return Some((RuleWords::new(rule), place + 2));
        }
        let unit = self.unit(place)?;
        if interval == 1
            && at == place
            && self.means(place, "second")
            && self.unit(place + 1).is_some()
        {
            return None;
        }
        let rule = rule_of_unit(unit, interval)?;
        Some((RuleWords::new(rule), place + 1))
    }

    /// "other" is 2, "third" and "3rd" are 3, "2", "two", "couple of", "few".
    pub(crate) fn interval(&self, at: usize) -> (u16, usize) {
        if self.is(at, Word::Other) {
            return (2, at + 1);
        }
        let unit_behind =
            |next: usize| self.unit(next).is_some() || self.weekday_any(next).is_some();
        if let Some((n, next)) = self.ordinal(at)
            && unit_behind(next)
            && let Ok(n) = u16::try_from(n)
        {
            return (n.max(1), next);
        }
        if let Some((thousandths, next)) = self.quantity(at)
            && thousandths % 1_000 == 0
            && let Ok(n) = u16::try_from(thousandths / 1_000)
            && (1..=999).contains(&n)
            && unit_behind(self.hyphen(next))
        {
            return (n, self.hyphen(next));
        }
        (1, at)
    }

    /// "first monday", "last friday", "last day", "last workday", then "of the month" or of months.
    pub(crate) fn ordinal_day(&self, at: usize, of_needed: bool) -> Option<(RuleWords, usize)> {
        let start = self.opt(at, Word::The);
        let (nth, place) = if self.is(start, Word::Last) {
            (-1_i8, start + 1)
        } else if let Some(n) = self.last_but(start) {
            (-n, start + 1)
        } else {
            let (n, next) = self.ordinal(start).filter(|(n, _)| (1..=5).contains(n))?;
            (i8::try_from(n).ok()?, next)
        };
        let weekday = self.weekday_name(place);
        let unit = self.unit(place);
        if weekday.is_none()
            && !matches!(unit, Some(Unit::Day | Unit::Workday))
            && !self.means(place, "business")
        {
            return None;
        }
        let business = self.means(place, "business") || self.means(place, "working");
        let next = place + 1 + usize::from(business);
        let mut rule = Rule::every(1, Frequency::Monthly);
        let (of, mut end) = self.of_month(next, of_needed, &mut rule);
        if !of && (of_needed || nth > 0 || weekday.is_none()) {
            return None;
        }
        match (weekday, unit) {
            (Some(weekday), _) => {
                rule.by_day = vec![ByDay::nth(nth, weekday)];
                // "the first and third monday of the month" names more of them before the weekday.
                if !of {
                    end = next;
                }
            }
            (None, Some(Unit::Day)) if !business => rule.by_month_day = vec![nth],
            _ => {
                rule.by_day = workdays();
                rule.by_set_pos = vec![i16::from(nth)];
            }
        }
        Some((RuleWords::new(rule), end))
    }

    /// "of every month", "of the month", "of each quarter", "of january and july", "of the year".
    pub(crate) fn of_month(&self, at: usize, every_needed: bool, rule: &mut Rule) -> (bool, usize) {
        let linked = self.skip(at, &[Word::Of, Word::In]);
        if linked == at && !self.is(at, Word::Every) {
            return (false, at);
        }
        let every = self.opt(linked, Word::Every);
        let place = if every > linked {
            every
        } else {
            self.opt(linked, Word::The)
        };
        let named = every > linked || !every_needed;
        let (interval, place) = if every > linked {
            self.interval(place)
        } else {
            (1, place)
        };
        let articled = place > linked || self.holds_article(at, linked);
        if self.unit(place) == Some(Unit::Month) && named && articled {
            rule.interval = interval;
            return (true, place + 1);
        }
        if self.unit(place) == Some(Unit::Quarter) && named && articled {
            rule.interval = 3;
            return (true, place + 1);
        }
        if every > linked || self.yearly_behind(linked) {
            let (months, next) = self.month_list(every);
            if !months.is_empty() {
                rule.frequency = Frequency::Yearly;
                rule.by_month = months;
                return (true, next);
            }
        }
        (false, at)
    }

    /// Whether the link that ends at `linked` holds an article: "im Monat".
    pub(crate) fn holds_article(&self, at: usize, linked: usize) -> bool {
        linked > at && self.is(linked - 1, Word::WithArticle)
    }

    pub(crate) fn yearly_behind(&self, at: usize) -> bool {
        let (months, next) = self.month_list(at);
        !months.is_empty() && self.is(next, Word::Every) && self.unit(next + 1) == Some(Unit::Year)
    }

    /// "january, april and july".
    pub(crate) fn month_list(&self, at: usize) -> (Vec<i8>, usize) {
        let mut months = Vec::new();
        let mut next = at;
        let mut place = at;
        while let Some(month) = self.month_name(place).filter(|_| months.len() < 24) {
            months.push(month);
            next = place + 1;
            place = next;
            while self.means(place, ",") || self.is(place, Word::And) {
                place += 1;
            }
        }
        (months, next)
    }

    /// "every 15th", "every 1st and 15th [of the month]".
    pub(crate) fn month_days(&self, at: usize) -> Option<(RuleWords, usize)> {
        let (days, next) = self.day_numbers(at)?;
        if self.unit(next).is_some()
            || self.weekday_any(next).is_some()
            || self.month_name(next).is_some()
        {
            return None;
        }
        let mut rule = Rule::every(1, Frequency::Monthly);
        let (_, mut end) = self.of_month(next, false, &mut rule);
        if self.is(next, Word::Of) && end == next {
            if self.month_name(next + 1).is_some() {
                return None;
            }
            end = next;
        }
        rule.by_month_day = days;
        Some((RuleWords::new(rule), end))
    }

    /// Ordinals of days of the month: "1st", "the 1st and the 15th".
    pub(crate) fn day_numbers(&self, at: usize) -> Option<(Vec<i8>, usize)> {
        let mut days = Vec::new();
        let mut next = at;
        let mut place = self.opt(at, Word::The);
        while let Some((day, after)) = self
            .ordinal(place)
            .filter(|(day, _)| (1..=31).contains(day) && days.len() < 31)
        {
            days.push(i8::try_from(day).ok()?);
            next = after;
            place = after;
            let mut link = place;
            while matches!(self.sense(link), "," | "/") || self.is(link, Word::And) {
                link += 1;
            }
            if link == place {
                break;
            }
            place = self.opt(self.skip(link, &[Word::On]), Word::The);
        }
        (!days.is_empty()).then_some((days, next))
    }

    /// "every jan 2 and jul 2", "every december 24", "every march", "every christmas".
    pub(crate) fn year_days(&self, at: usize) -> Option<(RuleWords, usize)> {
        if let Some((days, next)) = self.feast(at) {
            let mut rule = Rule::every(1, Frequency::Yearly);
            rule.by_month = vec![days.from.month()];
            rule.by_month_day = vec![days.from.day()];
            return Some((RuleWords::new(rule), next));
        }
        let (months, days, next) = self.year_day_list(at)?;
        let mut rule = Rule::every(1, Frequency::Yearly);
        rule.by_month = months;
        rule.by_month_day = days;
        Some((RuleWords::new(rule), next))
    }

    /// Days of the year that share their day of the month, or months alone.
    pub(crate) fn year_day_list(&self, at: usize) -> Option<(Vec<i8>, Vec<i8>, usize)> {
        let mut months = Vec::new();
        let mut days = Vec::new();
        let mut next = at;
        let mut place = at;
        while let Some((date, after)) = self.month_date(place).filter(|_| months.len() < 24) {
            if date.grain == Grain::Month && !days.is_empty() || date.grain > Grain::Month {
                break;
            }
            let day = if date.grain == Grain::Day {
                date.from.day()
            } else {
                1
            };
            if date.grain == Grain::Day {
                if days.first().is_some_and(|first| *first != day) {
                    return None;
                }
                days = vec![day];
            }
            months.push(date.from.month());
            next = after;
            place = after;
            while self.means(place, ",") || self.is(place, Word::And) {
                place += 1;
            }
            if place == after {
                break;
            }
        }
        if days.is_empty() && !months.is_empty() {
            days = vec![1];
        }
        (!months.is_empty()).then_some((months, days, next))
    }

    /// "daily", "weekly", "biweekly", "quarterly".
    pub(crate) fn adverb(&self, at: usize) -> Option<(RuleWords, usize)> {
        // "bi-weekly", "semi-annually", "every-day"
        let (prefix, place) = match self.sense(at) {
            "bi" | "semi" if self.means(at + 1, "-") => (self.sense(at).to_owned(), at + 2),
            _ => (String::new(), at),
        };
        let (mut frequency, mut interval) = self.class(place, |word| match word {
            Word::Adverb(frequency, interval) => Some((*frequency, *interval)),
            _ => None,
        })?;
        match prefix.as_str() {
            "bi" => interval *= 2,
            "semi" => (frequency, interval) = (Frequency::Monthly, 6),
            _ => {}
        }
        let mut words = RuleWords::new(Rule::every(interval, frequency));
        words.clock.part = self.parts(place);
        let mut next = place + 1;
        if self.means(next, "!") && self.glued(next) && !self.lenient {
            next = place + 1;
        }
        if let Some((days, after)) = self
            .day_list(next)
            .filter(|_| frequency == Frequency::Weekly)
        {
            words.rule.by_day = days;
            next = after;
        }
        Some((words, next))
    }

    /// "the 1st and the 15th of each month", "first monday of the month", "last day of every month".
    pub(crate) fn of_every_month(&self, at: usize) -> Option<(RuleWords, usize)> {
        if let Some((items, next)) = self.month_items(at) {
            let mut rule = Rule::every(1, Frequency::Monthly);
            let one = items.len() == 1;
            let (of, end) = self.of_month(next, one && items.is_days(), &mut rule);
            if of && (!one || items.is_workdays()) {
                items.give(&mut rule);
                return Some((RuleWords::new(rule), end));
            }
        }
        let of_needed =
            |unit: Option<Unit>| !self.lenient && !matches!(unit, None | Some(Unit::Workday));
        if let Some((days, next)) = self.day_numbers(at) {
            let mut rule = Rule::every(1, Frequency::Monthly);
            let (of, end) = self.of_month(next, !self.lenient, &mut rule);
            if of {
                rule.by_month_day = days;
                return Some((RuleWords::new(rule), end));
            }
        }
        let start = self.opt(at, Word::The);
        let place = if self.is(start, Word::Last) || self.last_but(start).is_some() {
            start + 1
        } else {
            self.ordinal(start)?.1
        };
        self.ordinal_day(at, of_needed(self.unit(place)))
            .filter(|(words, next)| {
                // "the first monday" alone is a date.
                *next > place + 1
                    && (words.rule.frequency == Frequency::Monthly
                        || words.rule.frequency == Frequency::Yearly)
            })
    }
}

/// The rule of a unit of time.
pub(super) fn rule_of_unit(unit: Unit, interval: u16) -> Option<Rule> {
    let rule = match unit {
        Unit::Hour => Rule::every(interval, Frequency::Hourly),
        Unit::Day => Rule::every(interval, Frequency::Daily),
        Unit::Week => Rule::every(interval, Frequency::Weekly),
        Unit::Fortnight => Rule::every(interval.checked_mul(2)?, Frequency::Weekly),
        Unit::Month => Rule::every(interval, Frequency::Monthly),
        Unit::Quarter => Rule::every(interval.checked_mul(3)?, Frequency::Monthly),
        Unit::Year => Rule::every(interval, Frequency::Yearly),
        Unit::Decade => Rule::every(interval.checked_mul(10)?, Frequency::Yearly),
        Unit::Workday => Rule {
            by_day: workdays(),
            ..Rule::every(interval, Frequency::Weekly)
        },
        Unit::Weekend => Rule {
            by_day: vec![ByDay::every(Weekday::Saturday)],
            ..Rule::every(interval, Frequency::Weekly)
        },
        Unit::Second | Unit::Minute => return None,
    };
    Some(rule)
}
