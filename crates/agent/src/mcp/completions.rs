//! Completions: names that exist, while a person types the argument of a prompt or an address.

use app::{App, ListTasks, TaskSet};
use domain::actor::Actor;
use domain::fold::key;
use rmcp::ErrorData;
use rmcp::model::{CompleteRequestParams, CompleteResult, CompletionInfo, Reference};

use super::prompts;
use super::resources::{VIEWS, failed};

/// Tasks that are looked at.
const TASKS: u32 = 50;

/// What a value is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    TaskTitle,
    TaskNumber,
    Project,
    Tag,
    View,
}

/// Values that begin as the person has begun, then those that have it inside.
pub(super) async fn complete(
    app: &App,
    actor: &Actor,
    request: CompleteRequestParams,
) -> Result<CompleteResult, ErrorData> {
    let typed = request.argument.value.as_str();
    let kind = kind(&request)?;
    let names = match kind {
        Kind::TaskTitle | Kind::TaskNumber => {
            return tasks(app, actor, typed, kind).await.and_then(result);
        }
        Kind::Project | Kind::Tag | Kind::View => names(app, actor, kind).await?,
    };
    let wanted = key(typed.trim_start_matches(['#', '+']));
    let (first, rest): (Vec<_>, Vec<_>) = names
        .into_iter()
        .filter(|name| key(name).contains(&wanted))
        .partition(|name| key(name).starts_with(&wanted));
    result(first.into_iter().chain(rest).collect())
}

fn kind(request: &CompleteRequestParams) -> Result<Kind, ErrorData> {
    let argument = request.argument.name.as_str();
    let found = match &request.r#ref {
        Reference::Prompt(prompt) if prompts::argument(&prompt.name) == Some(argument) => {
            match argument {
                "tag" => Some(Kind::Tag),
                "project" => Some(Kind::Project),
                _ => Some(Kind::TaskTitle),
            }
        }
        Reference::Resource(resource) => match (resource.uri.as_str(), argument) {
            ("saydo://task/{id}", "id") => Some(Kind::TaskNumber),
            ("saydo://project/{id}", "id") => Some(Kind::Project),
            ("saydo://view/{name}", "name") => Some(Kind::View),
            _ => None,
        },
        _ => None,
    };
    found.ok_or_else(|| {
        let detail = format!("nothing is known to complete '{argument}' with");
        ErrorData::invalid_params(detail, None)
    })
}

async fn names(app: &App, actor: &Actor, kind: Kind) -> Result<Vec<String>, ErrorData> {
    let overview = app.overview(actor).await.map_err(failed)?;
    Ok(match kind {
        Kind::Project => overview.projects.into_iter().map(|it| it.name).collect(),
        Kind::Tag => overview.tags.into_iter().map(|it| it.name).collect(),
        _ => {
            let builtin = VIEWS.iter().map(|(name, _)| (*name).to_owned());
            builtin
                .chain(overview.views.into_iter().map(|it| it.name))
                .collect()
        }
    })
}

async fn tasks(
    app: &App,
    actor: &Actor,
    typed: &str,
    kind: Kind,
) -> Result<Vec<String>, ErrorData> {
    let typed = typed.trim().trim_start_matches('#');
    let is_number = !typed.is_empty() && typed.chars().all(|letter| letter.is_ascii_digit());
    let found = if typed.is_empty() || is_number {
        let list = ListTasks {
            set: TaskSet::Open,
            limit: TASKS,
            ..ListTasks::default()
        };
        app.tasks(actor, &list).await.map_err(failed)?.tasks
    } else {
        app.search(actor, typed, TASKS).await.map_err(failed)?
    };
    let rows = found
        .into_iter()
        .filter(|task| !is_number || task.number.to_string().starts_with(typed));
    Ok(rows
        .map(|task| match kind {
            Kind::TaskTitle if !is_number => task.title,
            Kind::TaskTitle => format!("#{}", task.number),
            _ => task.number.to_string(),
        })
        .collect())
}

fn result(mut names: Vec<String>) -> Result<CompleteResult, ErrorData> {
    let total = u32::try_from(names.len()).unwrap_or(u32::MAX);
    names.truncate(CompletionInfo::MAX_VALUES);
    let has_more = names.len() < total as usize;
    let info = CompletionInfo::with_pagination(names, Some(total), has_more)
        .map_err(|error| ErrorData::internal_error(error, None))?;
    Ok(CompleteResult::new(info))
}
