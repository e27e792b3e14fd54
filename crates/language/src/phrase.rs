//! Bare phrases: the words that fields of the API and of tools accept instead of structured values.

use domain::command::Move;
use domain::due::{Due, Zone};
use domain::rule::Rule;
use domain::task::{ReminderAnchor, ReminderTime};
use jiff::civil::Time;

use crate::context::Context;
use crate::locale::{Locale, Word};
use crate::pattern::skip_signs;
use crate::rule::Settled;
use crate::tokens::tokenize;
use crate::when::Scan;

/// A rule in words: the rule with what it says about its first occurrence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleWords {
    /// What repeats.
    pub rule: Rule,
    /// The first occurrence on or after now, in the words' own terms.
    pub due: Due,
    /// The wall time, where one was said.
    pub time: Option<Time>,
    /// The zone, where one was named.
    pub zone: Option<Zone>,
}

/// Reads `words` as one moment, such as "tomorrow 5pm"; `None` when they are not wholly that.
pub fn parse_when(words: &str, ctx: &Context) -> Option<Due> {
    if let Some(due) = exact(words, ctx) {
        return Some(due);
    }
    read(words, ctx, |scan, from, to| {
        let (when, next) = scan.when(from)?;
        (skip_signs(scan, next, to) >= to).then_some(())?;
        scan.due(&when)
    })
}

/// Reads `words` as a recurrence, such as "every weekday at 8"; `None` when they are not wholly that.
/// Words with an open question, such as "twice a week", are `None` too.
pub fn parse_rule(words: &str, ctx: &Context) -> Option<RuleWords> {
    read(words, ctx, |scan, from, to| scan.rule_phrase(from, to))
        .filter(|settled| settled.doubt.is_none())
        .map(|settled| RuleWords {
            time: settled.due.time(),
            zone: settled.due.zone().cloned(),
            rule: settled.rule,
            due: settled.due,
        })
}

/// Reads `words` as a reminder, such as "an hour before" or "tomorrow 9am".
pub fn parse_reminder(words: &str, ctx: &Context) -> Option<ReminderTime> {
    if let Some(anchored) = anchored(words, ctx) {
        return Some(anchored);
    }
    let offset = read(words, ctx, |scan, from, to| {
        let spoken = scan.locale.catalogue.at_the_time[0];
        if scan.reads(from, to, spoken)
            || matches!(scan.sense(from), "at" | "on") && scan.means(from + 1, "time")
            || scan.means(from, "at") && scan.means(from + 1, "the") && scan.means(from + 2, "time")
        {
            return Some(crate::reminders::before(0));
        }
        if let Some((times, next)) = scan.reminder_phrase(from).or_else(|| scan.offsets(from)) {
            return (skip_signs(scan, next, to) >= to)
                .then(|| times.first().copied())
                .flatten();
        }
        let (amount, next) = scan.amount(from)?;
        let minutes = amount.minutes()?;
        (skip_signs(scan, next, to) >= to).then(|| crate::reminders::before(minutes))
    });
    offset.or_else(|| {
        let due = parse_when(words, ctx)?;
        let at = match due.instant(&ctx.time.zone) {
            Some(at) => at,
            None => Due::Floating {
                date: due.date(),
                time: ctx.time.all_day_reminder,
            }
            .instant(&ctx.time.zone)?,
        };
        Some(ReminderTime::Absolute { at })
    })
}

/// "an hour before the deadline", "at the start", as the catalogue of the locale, or the English one,
/// says them.
fn anchored(words: &str, ctx: &Context) -> Option<ReminderTime> {
    let words = words.trim();
    [crate::locale::of(&ctx.locale), crate::locale::of("en")]
        .into_iter()
        .find_map(|locale| {
            let catalogue = locale.catalogue;
            let anchors = [(1, ReminderAnchor::Start), (2, ReminderAnchor::Deadline)];
            anchors.into_iter().find_map(|(n, anchor)| {
                let minutes = |ending: &str| {
                    let length = without_ending(words, ending)?;
                    let whole = |scan: &Scan<'_>, from, to| {
                        let (amount, next) = scan.amount(from)?;
                        (next >= to).then(|| amount.minutes()).flatten()
                    };
                    read(length, ctx, whole)
                };
                let minutes_before = if words.eq_ignore_ascii_case(catalogue.at_the_time[n]) {
                    0
                } else if let Some(before) = minutes(catalogue.before[n]) {
                    before
                } else {
                    minutes(catalogue.after[n])?.checked_neg()?
                };
                Some(ReminderTime::Relative {
                    anchor,
                    minutes_before,
                })
            })
        })
}

/// What stands before `ending`, in any case.
fn without_ending<'w>(words: &'w str, ending: &str) -> Option<&'w str> {
    let length = words.len().checked_sub(ending.len())?;
    let (rest, last) = words.split_at_checked(length)?;
    last.eq_ignore_ascii_case(ending).then(|| rest.trim_end())
}

/// Reads `words` as where a due date goes: a moment, "+1d", "by 2 days", "none".
pub fn parse_move(words: &str, ctx: &Context) -> Option<Move> {
    let plain = words.trim();
    let low = plain.to_lowercase();
    if [crate::locale::of(&ctx.locale), crate::locale::of("en")]
        .iter()
        .any(|locale| locale.no_date.contains(&low.as_str()))
    {
        return Some(Move::Clear);
    }
    let shifted = read(plain, ctx, |scan, from, to| {
        let sign = match scan.sense(from) {
            "+" | "by" => 1,
            "-" => -1,
            // "um zwei Tage"
            _ if scan.is(from, Word::At) && scan.amount(from + 1).is_some() => 1,
            _ => 0,
        };
        let (amount, next) = scan.amount(if sign == 0 { from } else { from + 1 })?;
        let sign = match scan.sense(next) {
            "later" if sign == 0 => 1,
            "earlier" if sign == 0 => -1,
            _ => sign,
        };
        let next = if matches!(scan.sense(next), "later" | "earlier") {
            next + 1
        } else {
            next
        };
        if sign == 0 || next < to {
            return None;
        }
        scan.shifted_by(amount, sign)
    });
    let timed = || {
        read(plain, ctx, |scan, from, to| {
            let (when, next) = scan.when(from)?;
            let alone = when.start.days.is_none() && when.start.exact.is_none();
            (alone && when.end.is_none() && skip_signs(scan, next, to) >= to).then_some(())?;
            Some(Move::ToTime {
                time: scan.habit_time(&when.start)?,
                zone: when.start.zone.clone(),
            })
        })
    };
    shifted
        .or_else(timed)
        .or_else(|| parse_when(plain, ctx).map(|due| Move::To { due }))
}

/// ISO days and date-times, with a zone in brackets where there is one.
fn exact(words: &str, ctx: &Context) -> Option<Due> {
    let words = words.trim();
    if let Some((local, zone)) = words
        .strip_suffix(']')
        .and_then(|rest| rest.split_once('['))
    {
        let at: jiff::civil::DateTime = local.parse().ok()?;
        return Some(Due::Zoned {
            date: at.date(),
            time: at.time(),
            zone: Zone::named(zone).ok()?,
        });
    }
    if let Ok(date) = words.parse::<jiff::civil::Date>()
        && words.len() == 10
    {
        return Some(Due::Day { date });
    }
    let at: jiff::civil::DateTime = words
        .parse()
        .ok()
        .filter(|_| words.len() > 11 && !words.ends_with('Z'))?;
    let _ = ctx;
    Some(Due::Floating {
        date: at.date(),
        time: at.time(),
    })
}

/// Reads `words` in the speaker's language, and else in English, in which programs and models write.
fn read<T>(
    words: &str,
    ctx: &Context,
    reader: impl Fn(&Scan<'_>, usize, usize) -> Option<T>,
) -> Option<T> {
    if words.chars().nth(domain::limits::TEXT_CHARS).is_some() {
        return None;
    }
    let own = crate::locale::of(&ctx.locale);
    let english = crate::locale::of("en");
    let in_words_of = |locale: &'static Locale| {
        let tokens = tokenize(words, locale);
        let mut scan = Scan::in_words_of(locale, &tokens, ctx);
        scan.lenient = true;
        reader(&scan, 0, tokens.len())
    };
    in_words_of(own).or_else(|| {
        let other = !std::ptr::eq(own, english);
        other.then(|| in_words_of(english)).flatten()
    })
}

impl Scan<'_> {
    /// A whole phrase as a recurrence: the rule with times and dates before or behind it.
    pub(crate) fn rule_phrase(&self, from: usize, to: usize) -> Option<Settled> {
        let mut at = from;
        let mut moment: Option<crate::when::Moment> = None;
        let mut words = None;
        while at < to {
            if words.is_none()
                && let Some((found, next)) = self.recurrence(at)
            {
                words = Some(found);
                at = next;
                continue;
            }
            if moment.is_none()
                && let Some((when, next)) = self.when(at)
            {
                moment = Some(when.start);
                at = next;
                continue;
            }
            if self.tokens[at].is_content()
                && !matches!(self.sense(at), "and" | "repeat" | "repeats" | "repeating")
            {
                return None;
            }
            at += 1;
        }
        self.settle_rule(&words?, moment.as_ref())
    }
}
