//! Moving due dates: one occurrence, or a whole series.

use jiff::civil::Time;
use jiff::{SignedDuration, ToSpan};

use super::draft::Draft;
use super::{Rejection, validate};
use crate::change::Verb;
use crate::command::{Move, Span};
use crate::due::{Due, Slot, Zone};
use crate::ids::TaskId;
use crate::limits;
use crate::rule::{Frequency, Rule};
use crate::task::{Series, Task};

pub(super) fn tasks(
    draft: &mut Draft<'_>,
    tasks: &[TaskId],
    to: &Move,
    span: Span,
) -> Result<(), Rejection> {
    validate::at_most("tasks in one command", tasks.len(), limits::COMMAND_TASKS)?;
    for id in tasks {
        let mut task = draft.task(*id)?.clone();
        if !task.status.is_open() {
            return Err(Rejection::NotNow(format!(
                "task #{} is finished; reopen it before giving it another date",
                task.number
            )));
        }
        let due = validate::moment("/to", target(draft, &task, to)?)?;
        match due {
            None if task.series.is_some() => {
                return Err(Rejection::NotNow(format!(
                    "task #{} repeats; clear its rule before taking its date away",
                    task.number
                )));
            }
            None => task.due = None,
            Some(due) => {
                if let Some(series) = &mut task.series
                    && span == Span::Series
                {
                    *series = shifted(draft, series, &due)?;
                }
                task.due = Some(due);
                unhide(&mut task);
            }
        }
        for reminder in &mut task.reminders {
            reminder.snoozed_until = None;
        }
        draft.put_task(Verb::Rescheduled, with_reminders(draft, task)?);
    }
    Ok(())
}

/// A task that had no reminders because it had no date gets the user's default ones.
pub(super) fn with_reminders(draft: &Draft<'_>, mut task: Task) -> Result<Task, Rejection> {
    let had_date = draft.any_task(task.id)?.due.is_some();
    if !had_date && task.due.is_some() && task.reminders.is_empty() {
        task.reminders = super::add::reminders(draft, &draft.ctx.settings.reminders())?;
    }
    Ok(task)
}

/// A task is never hidden beyond the day that it is due.
fn unhide(task: &mut Task) {
    if let (Some(start), Some(due)) = (&task.start, &task.due)
        && start.date() > due.date()
    {
        task.start = Some(Due::Day { date: due.date() });
    }
}

fn target(draft: &Draft<'_>, task: &Task, to: &Move) -> Result<Option<Due>, Rejection> {
    let clock = &draft.clock;
    let out_of_range = || {
        Rejection::invalid(
            "/to",
            "that date is beyond the year 9999; choose a nearer one",
        )
    };
    Ok(match to {
        Move::Clear => None,
        Move::Exactly { due } => Some(due.clone()),
        Move::To {
            due: Due::Day { date },
        } => Some(match &task.due {
            Some(old) => old.at(Slot {
                date: *date,
                time: old.time(),
            }),
            None => Due::Day { date: *date },
        }),
        Move::To { due } => Some(due.clone()),
        Move::ByDays { days } => {
            let old = task.due.clone().unwrap_or(Due::Day {
                date: clock.today(draft.ctx.now),
            });
            let date = old
                .date()
                .checked_add(i64::from(*days).days())
                .map_err(|_| out_of_range())?;
            Some(old.at(Slot {
                date,
                time: old.time(),
            }))
        }
        Move::ByMonths { months } => {
            let old = task.due.clone().unwrap_or(Due::Day {
                date: clock.today(draft.ctx.now),
            });
            let date = old
                .date()
                .checked_add(i64::from(*months).months())
                .map_err(|_| out_of_range())?;
            Some(old.at(Slot {
                date,
                time: old.time(),
            }))
        }
        Move::ToTime { time, zone } => {
            let old = task.due.as_ref();
            let zone = zone.as_ref().or_else(|| old.and_then(Due::zone));
            let named = zone.map(|zone| zone.time_zone().clone());
            let local = draft
                .ctx
                .now
                .to_zoned(named.unwrap_or_else(|| clock.zone.clone()));
            Some(at_time(old, *time, zone, local.datetime()).ok_or_else(out_of_range)?)
        }
        Move::ByMinutes { minutes } => {
            let old = task.due.as_ref();
            let from = old
                .and_then(|due| due.instant(&clock.zone))
                .unwrap_or(draft.ctx.now);
            let at = from
                .checked_add(SignedDuration::from_mins((*minutes).into()))
                .map_err(|_| out_of_range())?;
            let zone = old.map_or_else(|| clock.zone.clone(), |due| due.zone_or(&clock.zone));
            let local = at.to_zoned(zone).datetime();
            let floating = Due::Floating {
                date: local.date(),
                time: local.time(),
            };
            Some(old.unwrap_or(&floating).at(Slot::timed(local)))
        }
    })
}

/// `time` on the day of `old`, or the next day that it is still ahead of `now`.
fn at_time(
    old: Option<&Due>,
    time: Time,
    zone: Option<&Zone>,
    now: jiff::civil::DateTime,
) -> Option<Due> {
    let today = now.date();
    let mut date = old.map_or(today, |due| due.date().max(today));
    if date == today && time <= now.time() {
        date = date.tomorrow().ok()?;
    }
    Some(match zone {
        Some(zone) => Due::Zoned {
            date,
            time,
            zone: zone.clone(),
        },
        None => Due::Floating { date, time },
    })
}

/// The series as it runs when its current occurrence is to be `due`.
fn shifted(draft: &Draft<'_>, series: &Series, due: &Due) -> Result<Series, Rejection> {
    let slot = due.slot();
    let rule = moved(&series.rule, series.slot, slot)?;
    let zone = due.zone_or(&draft.clock.zone);
    if rule.first(slot, &zone) != Some(slot) {
        return Err(several());
    }
    Ok(Series {
        rule,
        anchor: slot,
        slot,
        ..series.clone()
    })
}

fn several() -> Rejection {
    Rejection::invalid(
        "/to",
        "this rule names several days, so it is not clear where all of them go; \
         change the rule, or move this occurrence only",
    )
}

/// The rule with the one day that it names moved along.
fn moved(rule: &Rule, from: Slot, to: Slot) -> Result<Rule, Rejection> {
    let mut rule = rule.clone();
    if from.date == to.date {
        return Ok(rule);
    }
    match (rule.by_day.as_mut_slice(), rule.by_month_day.as_mut_slice()) {
        ([], []) => {}
        ([day], []) if day.ordinal.is_none() && rule.frequency == Frequency::Weekly => {
            day.weekday = to.date.weekday();
        }
        ([day], []) if day.ordinal.is_some() => {
            day.weekday = to.date.weekday();
            day.ordinal = Some(ordinal(
                to.date,
                day.ordinal.is_some_and(|ordinal| ordinal < 0),
            ));
        }
        ([], [day]) => *day = to.date.day(),
        _ => return Err(several()),
    }
    if let [month] = rule.by_month.as_mut_slice() {
        *month = to.date.month();
    }
    Ok(rule)
}

/// Which one of its weekday a date is in its month, counted from the end where that was meant.
fn ordinal(date: jiff::civil::Date, from_end: bool) -> i8 {
    if from_end {
        -((date.days_in_month() - date.day()) / 7 + 1)
    } else {
        (date.day() - 1) / 7 + 1
    }
}
