//! Date expressions in sentences: the best one, as a value.

use domain::rule::Frequency;
use jiff::ToSpan;
use jiff::civil::{DateTime, Time};
use serde_json::{Value, json};

use crate::context::Context;
use crate::locale::{self, Part, Unit, Word};
use crate::tokens::tokenize;
use crate::when::amounts::Amount;
use crate::when::moment::Weight;
use crate::when::{Bound, Grain, Moment, Scan, When};

enum Expression {
    When(When),
    Length(Amount),
    Rule(Value),
}

pub(super) fn predict(text: &str, ctx: &Context) -> Value {
    let tokens = tokenize(text, locale::of(&ctx.locale));
    let mut scan = Scan::new(&tokens, ctx);
    scan.lenient = true;
    let mut best: Option<(usize, usize, Expression)> = None;
    let mut at = 0;
    while at < tokens.len() {
        match scan.expression(at) {
            Some((next, expression)) if next > at => {
                let longer = best
                    .as_ref()
                    .is_none_or(|(from, to, _)| next - at > to - from);
                if longer {
                    best = Some((at, next, expression));
                }
                at = next;
            }
            _ => at += 1,
        }
    }
    match best {
        None => Value::Null,
        Some((_, _, Expression::When(when))) => scan.value(&when).unwrap_or(Value::Null),
        Some((_, _, Expression::Length(amount))) => {
            json!({"kind": "duration", "seconds": amount.total_seconds()})
        }
        Some((_, _, Expression::Rule(rule))) => json!({"kind": "recurrence", "rule": rule}),
    }
}

impl Scan<'_> {
    fn expression(&self, at: usize) -> Option<(usize, Expression)> {
        let rule = self.recurrence(at).map(|(words, next)| {
            let frequency = match words.rule.frequency {
                Frequency::Hourly => "hourly",
                Frequency::Daily => "daily",
                Frequency::Weekly => "weekly",
                Frequency::Monthly => "monthly",
                Frequency::Yearly => "yearly",
            };
            (
                next,
                json!({"freq": frequency, "interval": words.rule.interval}),
            )
        });
        let when = self
            .when(at)
            .filter(|(when, next)| self.is_date(when, at, *next));
        let length = self.amount(at);
        match (rule, when, length) {
            (Some((end, rule)), when, _) if when.as_ref().is_none_or(|(_, next)| end >= *next) => {
                Some((end, Expression::Rule(rule)))
            }
            // "within 5 minutes" is the time from now on.
            (_, Some((mut when, next)), _)
                if self.means(at, "within") && when.start.exact.is_some() =>
            {
                let end = std::mem::replace(
                    &mut when.start,
                    Moment {
                        exact: Some((self.now.clone(), Grain::Second)),
                        ..Moment::NOTHING
                    },
                );
                when.end = Some(end);
                Some((next, Expression::When(when)))
            }
            (_, Some((when, next)), length)
                if length.as_ref().is_none_or(|(_, end)| next > *end) =>
            {
                Some((next, Expression::When(when)))
            }
            (_, _, Some((amount, next))) if self.is_length(amount, at, next) => {
                Some((next, Expression::Length(amount)))
            }
            (_, Some((when, next)), _) => Some((next, Expression::When(when))),
            _ => None,
        }
    }

    /// A length in letters alone ("3y", "1 m") is too short to be one, and so is a unit after "a".
    fn is_length(&self, amount: Amount, at: usize, next: usize) -> bool {
        let short = self.tokens[at..next].iter().any(|token| {
            token
                .words
                .iter()
                .any(|word| matches!(word, Word::Short(_)))
        });
        let _ = amount;
        !short
    }

    fn is_date(&self, when: &When, at: usize, next: usize) -> bool {
        let alone = at == 0 && self.tokens[next..].iter().all(|token| !token.is_content());
        let days = when.start.days;
        let grain = days.map(|days| days.grain);
        let single = next - at == 1;
        if grain == Some(Grain::Year) && when.end.is_none() {
            let named = self.unit(self.opt(at, Word::The)).is_some()
                || (at..next).any(|place| self.unit(place) == Some(Unit::Year))
                || self.is(at, Word::This)
                || self.is(at, Word::Next)
                || self.is(at, Word::Last);
            return named || when.announced && (self.is(at, Word::In) || self.is(at, Word::From));
        }
        if single && self.is(at, Word::Homonym) {
            return alone;
        }
        if single && days.is_none() && when.start.part.is_some() {
            return alone
                || self.means(at, "noon")
                || self.means(at, "midday")
                || self.means(at, "midnight")
                || self.is(at.wrapping_sub(1), Word::In);
        }
        if when.start.weight() == Weight::Slight && grain == Some(Grain::Day) {
            // "the 21st" needs its preposition.
            return alone || when.announced || self.numeric(at).is_some();
        }
        let bare_hour = when
            .start
            .clock
            .is_some_and(|clock| clock.open && clock.grain == Grain::Hour)
            && days.is_none()
            && when.end.is_none()
            && when.start.part.is_none();
        if bare_hour && matches!(self.sense(next), "-" | "–") {
            return false;
        }
        if bare_hour && !alone {
            return self.tokens[next..]
                .iter()
                .any(crate::tokens::Token::is_content)
                || self.is(next - 1, Word::Oclock);
        }
        true
    }

    fn value(&self, when: &When) -> Option<Value> {
        let (start, grain) = self.start_of(&when.start)?;
        let mut value = json!({"kind": "instant", "start": text(start), "grain": grain.name()});
        if when.start.days.is_none() && when.start.exact.is_none() {
            value["time"] = start.time().to_string()[..5].to_owned().into();
        }
        let end = match (&when.end, when.length) {
            (Some(end), _) => self.end_of(when, end, start),
            (None, Some(amount)) => self.length_end(start, grain, amount),
            (None, None) => self.own_end(&when.start, start),
        };
        if let Some(end) = end {
            value["end"] = text(end).into();
            value["kind"] = "interval".into();
        }
        match when.bound {
            Bound::By | Bound::Before | Bound::Until if when.end.is_none() => {
                value["kind"] = "open".into();
                value["direction"] = "before".into();
                value["end"] = value["start"].clone();
            }
            Bound::After | Bound::Since if when.end.is_none() => {
                value["kind"] = "open".into();
                value["direction"] = "after".into();
            }
            _ => {}
        }
        Some(value)
    }

    fn start_of(&self, moment: &Moment) -> Option<(DateTime, Grain)> {
        if let Some((instant, grain)) = &moment.exact {
            let grain = if *grain == Grain::Minute {
                Grain::Second
            } else {
                *grain
            };
            return Some((instant.datetime(), grain));
        }
        match (moment.clock, moment.part) {
            (None, Some(part)) if !matches!(part, Part::Noon | Part::Midnight) => {
                let day = moment.days.map_or(self.today, |days| days.task);
                Some((day.to_datetime(part_start(part)), Grain::Part))
            }
            (None, None) => {
                let days = moment.days?;
                // A running week or month is a period that has begun.
                Some((days.from.to_datetime(Time::midnight()), days.grain))
            }
            (clock, _) => {
                let (day, time) = self.day_and_time(moment)?;
                Some((
                    day.to_datetime(time),
                    clock.map_or(Grain::Hour, |clock| clock.grain),
                ))
            }
        }
    }

    fn own_end(&self, moment: &Moment, start: DateTime) -> Option<DateTime> {
        if let (None, Some(part)) = (moment.clock, moment.part)
            && !matches!(part, Part::Noon | Part::Midnight)
        {
            return start
                .date()
                .checked_add(1.day())
                .ok()
                .map(|next| match part {
                    Part::Morning => start.date().to_datetime(Time::constant(12, 0, 0, 0)),
                    Part::Afternoon => start.date().to_datetime(Time::constant(19, 0, 0, 0)),
                    _ => next.to_datetime(Time::midnight()),
                });
        }
        let days = moment
            .days
            .filter(|_| moment.clock.is_none() && moment.exact.is_none())?;
        (days.grain > Grain::Day || days.from.tomorrow().ok()? != days.to)
            .then(|| days.to.to_datetime(Time::midnight()))
    }

    fn end_of(&self, when: &When, end: &Moment, start: DateTime) -> Option<DateTime> {
        if let Some((instant, _)) = &end.exact {
            return Some(instant.datetime());
        }
        if let Some(days) = end.days.filter(|_| end.clock.is_none()) {
            return Some(days.to.to_datetime(Time::midnight()));
        }
        let mut moment = end.clone();
        moment.days = moment.days.or(when.start.days);
        let (day, time) = self.day_and_time(&moment)?;
        let day = if moment.days.is_none() {
            start.date()
        } else {
            day
        };
        Some(day.to_datetime(time))
    }

    fn length_end(&self, start: DateTime, grain: Grain, amount: Amount) -> Option<DateTime> {
        let zoned = start.to_zoned(self.ctx.time.zone.clone()).ok()?;
        let end = amount.after(&zoned, 1)?.datetime();
        if grain >= Grain::Day {
            end.checked_add(1.day()).ok()
        } else {
            Some(end)
        }
    }
}

fn part_start(part: Part) -> Time {
    let hour = match part {
        Part::Morning | Part::Midnight => 0,
        Part::Noon | Part::Afternoon => 12,
        Part::Evening | Part::Night => 18,
    };
    Time::constant(hour, 0, 0, 0)
}

fn text(at: DateTime) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}
