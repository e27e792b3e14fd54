//! What structures the tasks: projects, sections, tags, saved views.

mod projects;
mod sections;
mod tags;
mod views;

use app::Outcome;
use domain::actor::Actor;
use domain::command::Command;
use utoipa_axum::router::OpenApiRouter;

use crate::problem::Problem;
use crate::refusal;
use crate::state::ServerState;

pub(crate) fn router() -> OpenApiRouter<ServerState> {
    OpenApiRouter::new()
        .merge(projects::router())
        .merge(sections::router())
        .merge(tags::router())
        .merge(views::router())
}

async fn execute<T: From<Outcome>>(
    state: &ServerState,
    actor: &Actor,
    command: Command,
    request: Option<app::Request>,
) -> Result<T, Problem> {
    let outcome = state.app.execute_request(actor, command, request).await;
    outcome.map(T::from).map_err(refusal::execute)
}
