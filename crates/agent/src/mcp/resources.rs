//! Resources: what an assistant may read into its context, as the same data that tools give.

use app::view::{ProjectView, ViewView};
use app::{App, QueryError, TaskKey};
use domain::TaskId;
use domain::actor::Actor;
use domain::fold::key;
use rmcp::ErrorData;
use rmcp::model::{
    ListResourcesResult, ReadResourceResult, Resource, ResourceContents, ResourceTemplate,
};
use serde_json::{Value, json};

use super::uri::Address;
use super::{icons, pages};
use crate::tools;

const JSON: &str = "application/json";
/// Tasks of a project or view that are read at once.
const TASKS: u32 = 100;
/// Views that everybody has, with their filters.
pub(super) const VIEWS: [(&str, &str); 4] = [
    ("today", "today"),
    ("overdue", "overdue"),
    ("upcoming", "upcoming"),
    ("inbox", "+Inbox"),
];

/// The overview, views and projects. Tasks are many, and found by the template.
pub(super) async fn list(
    app: &App,
    actor: &Actor,
    cursor: Option<String>,
) -> Result<ListResourcesResult, ErrorData> {
    let overview = app.overview(actor).await.map_err(failed)?;
    let row = |address: Address, name: &str, description: &str| {
        Resource::new(address.to_string(), name)
            .with_description(description)
            .with_mime_type(JSON)
            .with_icons(vec![icons::saydo()])
    };
    let mut rows = vec![row(
        Address::Overview,
        "overview",
        "The time, counts, and the names of projects, tags and views",
    )];
    rows.extend(VIEWS.iter().map(|(name, _)| {
        let address = Address::View((*name).to_owned());
        row(address, name, "Open tasks of this view")
    }));
    rows.extend(overview.views.iter().map(|view| {
        let address = Address::View(view.name.clone());
        row(address, &view.name, "Open tasks of this saved view")
    }));
    rows.extend(overview.projects.iter().map(|project| {
        let address = Address::Project(project.id.to_string());
        row(address, &project.name, "A project with its open tasks")
    }));
    let (page, next) = pages::page(rows, cursor.as_deref(), |row| &row.uri)?;
    let mut result = ListResourcesResult::with_all_items(page);
    result.next_cursor = next;
    Ok(result)
}

/// The kinds of resources that are found by name.
pub(super) fn templates() -> Vec<ResourceTemplate> {
    let template = |uri: &str, name: &str, description: &str| {
        ResourceTemplate::new(uri, name)
            .with_description(description)
            .with_mime_type(JSON)
            .with_icons(vec![icons::saydo()])
    };
    vec![
        template("saydo://task/{id}", "task", "A task, by number or id"),
        template(
            "saydo://project/{id}",
            "project",
            "A project with its open tasks, by name or id",
        ),
        template(
            "saydo://view/{name}",
            "view",
            "Open tasks of a view: today, overdue, upcoming, inbox or a saved one",
        ),
    ]
}

/// What an address leads to, as JSON.
pub(super) async fn read(
    app: &App,
    actor: &Actor,
    uri: &str,
) -> Result<ReadResourceResult, ErrorData> {
    let missing = || {
        let detail = format!("no resource '{uri}'; resources/list has those that exist");
        ErrorData::resource_not_found(detail, Some(json!({ "uri": uri })))
    };
    let address = Address::read(uri).ok_or_else(missing)?;
    let found = match address {
        Address::Overview => Some(call(app, actor, "get_overview", json!({})).await?),
        Address::Task(key) => task(app, actor, &key).await?,
        Address::Project(key) => project(app, actor, &key).await?,
        Address::View(name) => view(app, actor, &name).await?,
    };
    let text = found.ok_or_else(missing)?.to_string();
    let contents = ResourceContents::text(text, uri).with_mime_type(JSON);
    Ok(ReadResourceResult::new(vec![contents]))
}

async fn task(app: &App, actor: &Actor, name: &str) -> Result<Option<Value>, ErrorData> {
    let Some(key) = task_key(name) else {
        return Ok(None);
    };
    match app.task(actor, key).await {
        Ok(task) => Ok(Some(json!(task))),
        Err(QueryError::NotFound { .. }) => Ok(None),
        Err(error) => Err(failed(error)),
    }
}

/// A task's key as an address names it.
pub(super) fn task_key(name: &str) -> Option<TaskKey> {
    if let Ok(id) = name.parse::<TaskId>() {
        return Some(TaskKey::Id(id));
    }
    name.parse().ok().map(TaskKey::Number)
}

async fn project(app: &App, actor: &Actor, name: &str) -> Result<Option<Value>, ErrorData> {
    let overview = app.overview(actor).await.map_err(failed)?;
    let Some(project) = find_project(&overview.projects, name) else {
        return Ok(None);
    };
    let sections = overview
        .sections
        .iter()
        .filter(|section| section.project_id == project.id);
    let sections: Vec<_> = sections.map(|section| &section.name).collect();
    let args = json!({ "project": project.name, "limit": TASKS });
    let found = call(app, actor, "find_tasks", args).await?;
    Ok(Some(json!({
        "project": project,
        "sections": sections,
        "tasks": found["tasks"],
        "next_cursor": found["next_cursor"],
    })))
}

/// The project with this id or name.
pub(super) fn find_project<'a>(projects: &'a [ProjectView], name: &str) -> Option<&'a ProjectView> {
    let wanted = key(name);
    projects
        .iter()
        .find(|project| project.id.to_string() == wanted || key(&project.name) == wanted)
}

async fn view(app: &App, actor: &Actor, name: &str) -> Result<Option<Value>, ErrorData> {
    let wanted = key(name);
    let is_meant = |view: &&ViewView| key(&view.name) == wanted || view.id.to_string() == wanted;
    let overview = app.overview(actor).await.map_err(failed)?;
    let saved = overview.views.iter().find(is_meant);
    let (filter, sort) = match saved {
        Some(view) => (view.filter.as_str(), view.sort.as_str()),
        None => match VIEWS.iter().find(|(name, _)| *name == wanted) {
            Some((_, filter)) => (*filter, ""),
            None => return Ok(None),
        },
    };
    let mut args = json!({ "filter": filter, "limit": TASKS });
    if !sort.is_empty() {
        args["sort"] = json!(sort);
    }
    let found = call(app, actor, "find_tasks", args).await?;
    Ok(Some(json!({
        "view": saved.map_or(name, |view| view.name.as_str()),
        "filter": filter,
        "tasks": found["tasks"],
        "next_cursor": found["next_cursor"],
    })))
}

/// The data of a reading tool.
pub(super) async fn call(
    app: &App,
    actor: &Actor,
    tool: &str,
    args: Value,
) -> Result<Value, ErrorData> {
    let result = tools::call(app, actor, tool, args).await;
    if result.is_error {
        return Err(ErrorData::internal_error(result.summary, None));
    }
    Ok(result.structured)
}

/// A question that was refused or could not be answered.
pub(super) fn failed(error: QueryError) -> ErrorData {
    match error {
        QueryError::Store(_) => ErrorData::internal_error(error.to_string(), None),
        refused => ErrorData::invalid_request(refused.to_string(), None),
    }
}
