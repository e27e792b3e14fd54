//! The owner's settings. A new zone takes floating times and whole days along.

use super::Rejection;
use super::draft::Draft;
use super::validate;
use crate::limits;
use crate::user::Settings;

/// The most minutes before a date that a default reminder may be: four weeks.
const REMINDER_MINUTES: i32 = 28 * 24 * 60;

pub(super) fn update(draft: &mut Draft<'_>, settings: &Settings) -> Result<(), Rejection> {
    if draft.ctx.actor.user != draft.state.space.owner {
        return Err(Rejection::NotNow(
            "only the owner's own settings can be changed here".to_owned(),
        ));
    }
    let locale = &settings.locale;
    let plain = locale
        .bytes()
        .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !(2..=35).contains(&locale.len()) || !plain {
        return Err(Rejection::invalid(
            "/locale",
            format!("'{locale}' is no language tag; write one such as en or de-AT"),
        ));
    }
    validate::at_most(
        "default reminders",
        settings.default_reminders.len(),
        limits::TASK_REMINDERS,
    )?;
    let far = |minutes: &&i32| minutes.abs() > REMINDER_MINUTES;
    if let Some(minutes) = settings.default_reminders.iter().find(far) {
        return Err(Rejection::invalid(
            "/default_reminders",
            format!("{minutes} minutes are more than four weeks; choose fewer"),
        ));
    }
    let clock_changes = settings.time() != draft.state.owner.time();
    draft.put_settings(settings.clone());
    if clock_changes {
        let dated: Vec<_> = draft.state.tasks.values().cloned().collect();
        for task in dated {
            draft.rederive_task(task);
        }
    }
    Ok(())
}
