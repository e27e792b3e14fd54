//! Texts of arguments as values: dates, rules, reminders, places; words or ISO, and what to write
//! instead where they are neither.

use domain::command::{Move, NewSeries, Patch, ProjectRef, SectionRef, SeriesTime};
use domain::due::{Due, Zone};
use domain::rule::{Mode, Rule};
use domain::task::{CatchUp, Priority, ReminderAnchor, ReminderTime};
use domain::{ProjectId, SectionId, Slot};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use language::Context;

use super::error::ToolError;

/// What clears a field.
fn is_none(text: &str) -> bool {
    text.trim().is_empty() || text.trim().eq_ignore_ascii_case("none")
}

/// A moment, or "none" to clear it.
pub(crate) fn due(text: &str, at: &str, ctx: &Context) -> Result<Patch<Due>, ToolError> {
    if is_none(text) {
        return Ok(Patch::Clear);
    }
    moment(text, at, ctx).map(Patch::Set)
}

fn moment(text: &str, at: &str, ctx: &Context) -> Result<Due, ToolError> {
    iso(text)
        .or_else(|| language::parse_when(text, ctx))
        .ok_or_else(|| {
            let detail = format!(
                "'{text}' is no date; write words such as 'tomorrow 5pm', or 2026-12-01, \
             2026-12-01T09:00, 2026-12-01T09:00[Europe/Berlin], or 'none'"
            );
            ToolError::argument(at, detail)
        })
}

/// `2026-12-01`, `2026-12-01T09:00`, `2026-12-01T09:00[Europe/Berlin]`.
fn iso(text: &str) -> Option<Due> {
    let text = text.trim();
    let (local, zone) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        Some((local, zone)) => (local, Some(Zone::named(zone).ok()?)),
        None => (text, None),
    };
    let slot: Slot = local.parse().ok()?;
    Some(match (slot.time, zone) {
        (None, _) => Due::Day { date: slot.date },
        (Some(time), None) => Due::Floating {
            date: slot.date,
            time,
        },
        (Some(time), Some(zone)) => Due::Zoned {
            date: slot.date,
            time,
            zone,
        },
    })
}

/// A day, or "none" to clear it.
pub(crate) fn day(text: &str, at: &str, ctx: &Context) -> Result<Patch<Date>, ToolError> {
    Ok(match due(text, at, ctx)? {
        Patch::Set(due) => Patch::Set(due.date()),
        Patch::Clear => Patch::Clear,
        Patch::Keep => Patch::Keep,
    })
}

/// Where a due date goes.
pub(crate) fn destination(text: &str, at: &str, ctx: &Context) -> Result<Move, ToolError> {
    let text = text.trim();
    if is_none(text) {
        return Ok(Move::Clear);
    }
    if let Some(day) = text.strip_suffix(" all day") {
        let date = moment(day, at, ctx)?.date();
        return Ok(Move::Exactly {
            due: Due::Day { date },
        });
    }
    if let Some(by) = shift(text) {
        return Ok(by);
    }
    if let Some(due) = iso(text) {
        return Ok(Move::To { due });
    }
    if let Some(to) = wall_time(text) {
        return Ok(to);
    }
    language::parse_move(text, ctx).ok_or_else(|| {
        let detail = format!(
            "'{text}' is no date; write words such as 'friday' or 'tomorrow 5pm', +1d, +2w, +30m, \
             2026-12-01, or 'none'"
        );
        ToolError::argument(at, detail)
    })
}

/// `16:00`, `16:00[Europe/Berlin]`: the time alone moves.
fn wall_time(text: &str) -> Option<Move> {
    let (time, zone) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        Some((time, zone)) => (time, Some(Zone::named(zone).ok()?)),
        None => (text, None),
    };
    let time = domain::wall::parse(time).ok()?;
    Some(Move::ToTime { time, zone })
}

/// `+1d`, `-2w`, `+1mo`, `+30m`, `+2h`.
fn shift(text: &str) -> Option<Move> {
    let sign = match text.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let letters = text.len()
        - text
            .trim_end_matches(|c: char| c.is_ascii_alphabetic())
            .len();
    let (number, unit) = text[1..].split_at_checked((text.len() - 1).checked_sub(letters)?)?;
    let amount = number
        .parse::<u16>()
        .ok()
        .map(|number| sign * i32::from(number))?;
    Some(match unit {
        "d" => Move::ByDays { days: amount },
        "w" => Move::ByDays { days: 7 * amount },
        "mo" => Move::ByMonths { months: amount },
        "m" => Move::ByMinutes { minutes: amount },
        "h" => Move::ByMinutes {
            minutes: 60 * amount,
        },
        _ => return None,
    })
}

/// What repeats, with what its words say about the first occurrence.
#[derive(Debug)]
pub(crate) struct Repeat {
    pub(crate) series: NewSeries,
    pub(crate) due: Option<Due>,
    pub(crate) time: Option<SeriesTime>,
}

/// Words or an RRULE. "every!" before an RRULE counts from completion.
pub(crate) fn repeat(text: &str, at: &str, ctx: &Context) -> Result<Repeat, ToolError> {
    let text = text.trim();
    let (rrule, mode) = match text.strip_prefix("every!").map(str::trim_start) {
        Some(rest) => (rest, Mode::Completion),
        None => (text, Mode::Schedule),
    };
    let plain = rrule.strip_prefix("RRULE:").unwrap_or(rrule);
    if plain.contains("FREQ=") {
        let (plain, time) = match plain.split_once(" at ") {
            Some((plain, time)) => (plain, Some(series_time(time, at)?)),
            None => (plain, None),
        };
        let rule =
            Rule::parse(plain).map_err(|error| ToolError::argument(at, error.to_string()))?;
        let rule = Rule { mode, ..rule };
        return Ok(Repeat {
            series: series(rule),
            due: None,
            time,
        });
    }
    let words = language::parse_rule(text, ctx).ok_or_else(|| {
        let detail = format!(
            "'{text}' is no recurrence; write words such as 'every weekday at 8' or 'every! 2 \
             weeks', an RRULE such as FREQ=WEEKLY;BYDAY=MO, or 'none'"
        );
        ToolError::argument(at, detail)
    })?;
    let time = words.time.map(|time| SeriesTime {
        time,
        zone: words.zone.clone(),
    });
    Ok(Repeat {
        series: series(words.rule),
        due: Some(words.due),
        time,
    })
}

/// `08:00` or `08:00[Europe/Berlin]`.
fn series_time(text: &str, at: &str) -> Result<SeriesTime, ToolError> {
    let wrong = |detail: String| ToolError::argument(at, detail);
    let (time, zone) = match text.strip_suffix(']').and_then(|text| text.split_once('[')) {
        Some((time, zone)) => (
            time,
            Some(Zone::named(zone).map_err(|error| wrong(error.to_string()))?),
        ),
        None => (text, None),
    };
    Ok(SeriesTime {
        time: domain::wall::parse(time).map_err(wrong)?,
        zone,
    })
}

fn series(rule: Rule) -> NewSeries {
    NewSeries {
        rule,
        catch_up: CatchUp::Jump,
    }
}

/// All reminders of a list; an empty list or "none" means none.
pub(crate) fn reminders(
    texts: &[String],
    at: &str,
    ctx: &Context,
) -> Result<Vec<ReminderTime>, ToolError> {
    if texts.len() == 1 && is_none(&texts[0]) {
        return Ok(Vec::new());
    }
    let each = texts.iter().enumerate();
    each.map(|(index, text)| reminder(text, &format!("{at}/{index}"), ctx))
        .collect()
}

/// "PT30M" and "PT30M before start" (ISO durations before a date), an instant, or words.
fn reminder(text: &str, at: &str, ctx: &Context) -> Result<ReminderTime, ToolError> {
    let text = text.trim();
    let (amount, anchor) = match text.split_once(" before ") {
        Some((amount, "start")) => (amount, ReminderAnchor::Start),
        Some((amount, "deadline")) => (amount, ReminderAnchor::Deadline),
        Some((amount, "due")) => (amount, ReminderAnchor::Due),
        _ => (text, ReminderAnchor::Due),
    };
    if let Some(minutes) = iso_minutes(amount) {
        return Ok(ReminderTime::Relative {
            anchor,
            minutes_before: minutes,
        });
    }
    if let Ok(instant) = text.parse::<Timestamp>() {
        return Ok(ReminderTime::Absolute { at: instant });
    }
    language::parse_reminder(text, ctx).ok_or_else(|| {
        let detail = format!(
            "'{text}' is no reminder; write words such as '10 minutes before' or 'tomorrow 9am', \
             or a duration before due such as PT30M"
        );
        ToolError::argument(at, detail)
    })
}

fn iso_minutes(text: &str) -> Option<i32> {
    if !text.trim_start_matches('-').starts_with('P') {
        return None;
    }
    let span: jiff::Span = text.parse().ok()?;
    let days = jiff::SpanRelativeTo::days_are_24_hours();
    let duration: SignedDuration = span.to_duration(days).ok()?;
    i32::try_from(duration.as_mins()).ok()
}

/// The moment until which reminders are put off.
pub(crate) fn until(text: &str, at: &str, ctx: &Context) -> Result<Timestamp, ToolError> {
    if let Ok(instant) = text.trim().parse::<Timestamp>() {
        return Ok(instant);
    }
    if let Some(Move::ByMinutes { minutes }) = shift(text.trim()) {
        let until = ctx
            .now
            .checked_add(SignedDuration::from_mins(minutes.into()));
        return until.map_err(|_| ToolError::argument(at, "that is too far away"));
    }
    let due = match destination(text, at, ctx)? {
        Move::To { due } | Move::Exactly { due } => due,
        Move::ByDays { days } => {
            let day = ctx
                .time
                .today(ctx.now)
                .checked_add(jiff::Span::new().days(days));
            Due::Day {
                date: day.map_err(|_| ToolError::argument(at, "that is too far away"))?,
            }
        }
        // A time alone: on the day that it is next.
        Move::ToTime { .. } => moment(text, at, ctx)?,
        Move::ByMinutes { .. } | Move::ByMonths { .. } | Move::Clear => {
            let detail = format!("'{text}' is no moment; write 'in 10 minutes' or 'tomorrow 9am'");
            return Err(ToolError::argument(at, detail));
        }
    };
    let time = due.time().unwrap_or(ctx.time.parts.morning);
    let zone = due.zone_or(&ctx.time.zone);
    let local = due.date().to_datetime(time);
    zone.to_ambiguous_timestamp(local)
        .compatible()
        .map_err(|_| ToolError::argument(at, "that is too far away"))
}

/// A priority by its name, which the schema has checked.
pub(crate) fn priority(text: &str) -> Priority {
    match text {
        "low" => Priority::Low,
        "medium" => Priority::Medium,
        "high" => Priority::High,
        "urgent" => Priority::Urgent,
        _ => Priority::None,
    }
}

/// A project by id or name; with a leading `+` it is made when it is new.
pub(crate) fn project(text: &str) -> Patch<ProjectRef> {
    if is_none(text) {
        return Patch::Clear;
    }
    let text = text.trim();
    if let Ok(id) = text.parse::<ProjectId>() {
        return Patch::Set(ProjectRef::Id(id));
    }
    Patch::Set(match text.strip_prefix('+') {
        Some(name) => ProjectRef::NamedOrNew(name.trim().to_owned()),
        None => ProjectRef::Named(text.to_owned()),
    })
}

/// A section by id or name.
pub(crate) fn section(text: &str) -> Patch<SectionRef> {
    if is_none(text) {
        return Patch::Clear;
    }
    Patch::Set(match text.trim().parse::<SectionId>() {
        Ok(id) => SectionRef::Id(id),
        Err(_) => SectionRef::Named(text.trim().to_owned()),
    })
}

/// Names of tags, with or without `#`; "none" alone is an empty list.
pub(crate) fn tags(texts: &[String]) -> Vec<String> {
    if texts.len() == 1 && is_none(&texts[0]) {
        return Vec::new();
    }
    texts
        .iter()
        .map(|text| text.trim().trim_start_matches('#').to_owned())
        .collect()
}

/// `Set`, or `Clear` for an empty list.
pub(crate) fn list<T>(values: Vec<T>) -> Patch<Vec<T>> {
    if values.is_empty() {
        Patch::Clear
    } else {
        Patch::Set(values)
    }
}

/// A text, or "none" to clear it.
pub(crate) fn text(text: String) -> Patch<String> {
    if is_none(&text) {
        Patch::Clear
    } else {
        Patch::Set(text)
    }
}

/// Members by id or name.
pub(crate) fn members(
    names: &[String],
    at: &str,
    ctx: &Context,
) -> Result<Vec<domain::UserId>, ToolError> {
    let member = |(index, name): (usize, &String)| {
        let key = domain::fold::key(name.trim().trim_start_matches('@'));
        let same = |member: &&language::Member| {
            domain::fold::key(&member.name) == key || member.id.to_string() == key
        };
        ctx.members
            .iter()
            .find(same)
            .map(|member| member.id)
            .ok_or_else(|| {
                let names = ctx.members.iter().map(|member| member.name.as_str());
                let near = domain::nearest::nearest(name, names);
                let near = near
                    .map(|near| format!("; did you mean '{near}'?"))
                    .unwrap_or_default();
                ToolError::argument(format!("{at}/{index}"), format!("no member '{name}'{near}"))
            })
    };
    names.iter().enumerate().map(member).collect()
}
