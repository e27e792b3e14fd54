//! Dates, names and lists as people say them.

use app::view::TaskView;
use domain::Slot;
use domain::due::Due;
use jiff::Timestamp;
use language::Context;

/// "a", "a and b", "a, b and c"; of many, the first three and how many more.
pub(crate) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [one, two] => format!("{one} and {two}"),
        [one, two, three] => format!("{one}, {two} and {three}"),
        [one, two, three, rest @ ..] => format!("{one}, {two}, {three} and {} more", rest.len()),
    }
}

/// "1 task", "3 tasks".
pub(crate) fn counted(count: usize) -> String {
    if count == 1 {
        "1 task".to_owned()
    } else {
        format!("{count} tasks")
    }
}

/// A local day or time, such as `2026-12-01` or `2026-12-01T09:00`, as people say it. What is
/// neither stays as it is.
pub(crate) fn slot_words(text: &str, ctx: &Context) -> String {
    let Ok(slot) = text.parse::<Slot>() else {
        return text.to_owned();
    };
    let due = match slot.time {
        None => Due::Day { date: slot.date },
        Some(time) => Due::Floating {
            date: slot.date,
            time,
        },
    };
    due_words(&due, ctx)
}

/// A due date as people say it.
pub(crate) fn due_words(due: &Due, ctx: &Context) -> String {
    language::echo::due(due, ctx.now, &ctx.time, &ctx.locale)
}

/// An instant as people say it on their own clock.
pub(crate) fn instant_words(at: Timestamp, ctx: &Context) -> String {
    let local = ctx.time.local(at);
    due_words(
        &Due::Floating {
            date: local.date(),
            time: local.time(),
        },
        ctx,
    )
}

/// The next dates of a recurring task, as people say them.
pub(crate) fn next_words(task: &TaskView, ctx: &Context) -> Vec<String> {
    task.next
        .iter()
        .take(3)
        .map(|slot| slot_words(&slot.to_string(), ctx))
        .collect()
}
