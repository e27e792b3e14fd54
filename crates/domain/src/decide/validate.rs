//! Bounds on texts, dates and lists that come from callers.

use jiff::civil::Date;

use super::Rejection;
use crate::due::Due;
use crate::limits;
use crate::task::ReminderTime;

/// One line of text, trimmed; line breaks become spaces.
pub(super) fn line(pointer: &str, text: &str, limit: usize) -> Result<String, Rejection> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(Rejection::invalid(
            pointer,
            format!("{} is empty; write a few words", name(pointer)),
        ));
    }
    bounded(pointer, &line, limit)?;
    Ok(line)
}

/// A title of a task or of a checklist line. Inner spacing is the writer's own.
pub(super) fn title(pointer: &str, text: &str) -> Result<String, Rejection> {
    let title = text.replace(['\n', '\r', '\t'], " ").trim().to_owned();
    if title.is_empty() {
        return Err(Rejection::invalid(
            pointer,
            format!("{} is empty; write a few words", name(pointer)),
        ));
    }
    refuse_control(pointer, &title)?;
    bounded(pointer, &title, limits::TITLE_CHARS)?;
    Ok(title)
}

/// Markdown.
pub(super) fn notes(pointer: &str, text: &str) -> Result<String, Rejection> {
    bounded(pointer, text, limits::NOTES_CHARS)?;
    if text.contains('\0') {
        return Err(Rejection::invalid(
            pointer,
            "notes hold a NUL character; remove it",
        ));
    }
    Ok(text.to_owned())
}

/// A name of a project, section, tag or view.
pub(super) fn named(pointer: &str, text: &str) -> Result<String, Rejection> {
    let name = line(pointer, text, limits::NAME_CHARS)?;
    refuse_control(pointer, &name)?;
    Ok(name)
}

/// A tag's name: one word, without the mark.
pub(super) fn tag(pointer: &str, text: &str) -> Result<String, Rejection> {
    let tag = named(pointer, text.trim().trim_start_matches('#'))?;
    if tag.contains([',', '"', '(', ')', '|', '&']) {
        return Err(Rejection::invalid(
            pointer,
            format!("tag '{tag}' holds one of , \" ( ) | &; use letters, digits, - and _"),
        ));
    }
    Ok(tag)
}

/// A colour as `#rrggbb`.
pub(super) fn colour(pointer: &str, text: &str) -> Result<String, Rejection> {
    let hex = text.strip_prefix('#').filter(|hex| hex.len() == 6);
    match hex {
        Some(hex) if hex.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
            Ok(text.to_ascii_lowercase())
        }
        _ => Err(Rejection::invalid(
            pointer,
            format!("'{text}' is no colour; write #rrggbb, for example #3b82f6"),
        )),
    }
}

/// A date that arithmetic never leaves the range of.
pub(super) fn date(pointer: &str, date: Date) -> Result<Date, Rejection> {
    if limits::YEARS.contains(&date.year()) {
        return Ok(date);
    }
    let (first, last) = (limits::YEARS.start(), limits::YEARS.end());
    Err(Rejection::invalid(
        pointer,
        format!("{date} is out of range; dates lie in the years {first} to {last}"),
    ))
}

/// A moment whose date is in range, where there is one.
pub(super) fn moment(pointer: &str, due: Option<Due>) -> Result<Option<Due>, Rejection> {
    if let Some(due) = &due {
        date(pointer, due.date())?;
    }
    Ok(due)
}

/// How long a task takes.
pub(super) fn duration(pointer: &str, minutes: Option<u32>) -> Result<Option<u32>, Rejection> {
    let longest = limits::DURATION_MINUTES;
    match minutes {
        Some(minutes) if !(1..=longest).contains(&minutes) => Err(Rejection::invalid(
            pointer,
            format!(
                "a task takes 1 to {longest} minutes, not {minutes}; leave it out where nothing is known"
            ),
        )),
        minutes => Ok(minutes),
    }
}

/// When a reminder sounds.
pub(super) fn reminder(pointer: &str, at: &ReminderTime) -> Result<(), Rejection> {
    match at {
        ReminderTime::Relative { minutes_before, .. }
            if minutes_before.unsigned_abs() > limits::REMINDER_MINUTES =>
        {
            let most = limits::REMINDER_MINUTES;
            Err(Rejection::invalid(
                pointer,
                format!(
                    "a reminder is at most {most} minutes away from its date, not {minutes_before}"
                ),
            ))
        }
        ReminderTime::Relative { .. } => Ok(()),
        ReminderTime::Absolute { at } => {
            let on = at.to_zoned(jiff::tz::TimeZone::UTC).date();
            date(pointer, on).map(drop)
        }
    }
}

/// A list that is not too long.
pub(super) fn at_most(what: &'static str, length: usize, limit: usize) -> Result<(), Rejection> {
    if length > limit {
        return Err(Rejection::TooMany { what, limit });
    }
    Ok(())
}

fn bounded(pointer: &str, text: &str, limit: usize) -> Result<(), Rejection> {
    let length = text.chars().count();
    if length > limit {
        return Err(Rejection::invalid(
            pointer,
            format!(
                "{} has {length} characters; at most {limit} are kept",
                name(pointer)
            ),
        ));
    }
    Ok(())
}

fn refuse_control(pointer: &str, text: &str) -> Result<(), Rejection> {
    match text.chars().find(|character| character.is_control()) {
        None => Ok(()),
        Some(character) => Err(Rejection::invalid(
            pointer,
            format!(
                "{} holds the control character U+{:04X}; remove it",
                name(pointer),
                u32::from(character)
            ),
        )),
    }
}

fn name(pointer: &str) -> &str {
    pointer
        .rsplit('/')
        .find(|part| part.parse::<usize>().is_err())
        .unwrap_or(pointer)
}
