//! Deciding: what a command does to what is there. Pure; the only maker of a [`Decision`].

mod add;
mod complete;
mod context;
mod decision;
mod delete;
mod diff;
mod directory;
mod draft;
mod duplicate;
mod merge;
mod place;
mod rejection;
mod relate;
mod remind;
mod reopen;
mod reschedule;
mod resolve;
mod series;
mod settings;
mod state;
mod undo;
mod update;
mod validate;

pub use context::Ctx;
pub use decision::{Decision, Fired, LedgerStep, Parts, Timer, Write};
pub use rejection::Rejection;
pub use remind::fire;
pub use state::{Needs, State, UndoNeeds};

use crate::command::Command;
use crate::ids::RequestId;
use draft::Draft;

/// Decides what `command` does to `state`.
///
/// # Errors
/// [`Rejection`] when the command cannot be done; nothing of it is then done.
pub fn decide(
    state: &State,
    command: &Command,
    request: Option<RequestId>,
    ctx: &Ctx<'_>,
) -> Result<Decision, Rejection> {
    let mut draft = Draft::new(state, ctx);
    match command {
        Command::AddTasks { tasks } => add::tasks(&mut draft, tasks)?,
        Command::UpdateTasks { changes } => update::tasks(&mut draft, changes)?,
        Command::RescheduleTasks { tasks, to, span } => {
            reschedule::tasks(&mut draft, tasks, to, *span)?;
        }
        Command::CompleteTasks { tasks } => complete::tasks(&mut draft, tasks)?,
        Command::ReopenTasks { tasks } => reopen::tasks(&mut draft, tasks)?,
        Command::DeleteTasks { tasks, span } => delete::tasks(&mut draft, tasks, *span)?,
        Command::RestoreTasks { tasks } => delete::restore(&mut draft, tasks)?,
        Command::PurgeTasks { tasks } => delete::purge(&mut draft, tasks)?,
        Command::DuplicateTasks { tasks } => duplicate::tasks(&mut draft, tasks)?,
        Command::SnoozeReminders { tasks, until } => remind::snooze(&mut draft, tasks, *until)?,
        Command::AddProject { project } => directory::add_project(&mut draft, project)?,
        Command::UpdateProject { id, project } => {
            directory::update_project(&mut draft, *id, project)?;
        }
        Command::DeleteProject { id } => delete::project(&mut draft, *id)?,
        Command::AddSection { project, section } => {
            directory::add_section(&mut draft, project, section)?;
        }
        Command::UpdateSection { id, section } => {
            directory::update_section(&mut draft, *id, section)?;
        }
        Command::DeleteSection { id } => delete::section(&mut draft, *id)?,
        Command::AddTag { tag } => directory::add_tag(&mut draft, tag)?,
        Command::UpdateTag { id, tag } => directory::update_tag(&mut draft, *id, tag)?,
        Command::DeleteTag { id } => delete::tag(&mut draft, *id)?,
        Command::AddView { view } => directory::add_view(&mut draft, view)?,
        Command::UpdateView { id, view } => directory::update_view(&mut draft, *id, view)?,
        Command::DeleteView { id } => delete::view(&mut draft, *id)?,
        Command::UpdateSettings { settings } => settings::update(&mut draft, settings)?,
        Command::Undo { target } => undo::changes(&mut draft, *target)?,
    }
    Ok(draft.finish(command.name(), request))
}
