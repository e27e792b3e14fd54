//! `organize`: adds, changes and deletes projects, sections, tags and views.

use app::{ListTasks, Outcome, TaskSet};
use domain::command::{
    Command, Patch, ProjectFields, ProjectRef, SectionFields, TagFields, ViewFields,
};
use domain::fold::key;
use domain::nearest::nearest;
use domain::{ProjectId, SectionId, TagId, ViewId};
use serde::Deserialize;
use serde_json::{Value, json};

use super::access::{Access, Control};
use super::confirm;
use super::error::ToolError;
use super::fields;
use super::result::ToolResult;
use super::schema::*;
use super::tool::{Effect, Tool};
use super::words::counted;

pub(super) const TOOL: Tool = Tool {
    name: "organize",
    purpose: "Edits projects, sections, tags and views.",
    effect: Effect::Changes {
        destructive: true,
        idempotent: true,
    },
    input,
    output,
};

const KINDS: [&str; 4] = ["project", "section", "tag", "view"];
const ACTIONS: [&str; 5] = ["add", "change", "archive", "unarchive", "delete"];

fn input() -> Value {
    object(
        &["kind", "action", "name"],
        with_control(vec![
            ("kind", one_of("What", &KINDS)),
            ("action", one_of("What to do", &ACTIONS)),
            ("name", text("Name or id")),
            ("new_name", text("For change")),
            ("parent", text("Its project")),
            ("colour", text("#rrggbb")),
            ("filter", text("Of a view")),
            ("confirm", text("Token, after a yes")),
        ]),
    )
}

fn output() -> Value {
    result(vec![
        ("item", json!({ "type": "object" })),
        ("status", string()),
        ("confirm", string()),
        ("change_id", string()),
    ])
}

#[derive(Deserialize)]
struct Args {
    kind: String,
    action: String,
    name: String,
    new_name: Option<String>,
    parent: Option<String>,
    colour: Option<String>,
    filter: Option<String>,
    confirm: Option<String>,
    #[serde(flatten)]
    control: Control,
}

pub(super) async fn call(access: &Access<'_>, args: Value) -> Result<ToolResult, ToolError> {
    let args: Args = super::result::read(args)?;
    let names = Names::load(access).await?;
    let command = match args.kind.as_str() {
        "project" => project(&args, &names)?,
        "section" => section(&args, &names)?,
        "tag" => tag(&args, &names)?,
        _ => view(&args, &names)?,
    };
    if let Command::DeleteProject { id } = &command
        && !args.control.dry_run
        && let Some(question) = ask(access, &args, *id).await?
    {
        return Ok(question);
    }
    let outcome = access.run(command, &args.control).await?;
    Ok(report(&args, &outcome))
}

/// The names that exist.
struct Names {
    projects: Vec<(ProjectId, String)>,
    sections: Vec<(SectionId, ProjectId, String)>,
    tags: Vec<(TagId, String)>,
    views: Vec<(ViewId, String)>,
}

impl Names {
    async fn load(access: &Access<'_>) -> Result<Self, ToolError> {
        let overview = access.app.overview(access.actor).await?;
        Ok(Self {
            projects: overview
                .projects
                .into_iter()
                .map(|it| (ProjectId::new(it.id), it.name))
                .collect(),
            sections: overview
                .sections
                .into_iter()
                .map(|it| {
                    (
                        SectionId::new(it.id),
                        ProjectId::new(it.project_id),
                        it.name,
                    )
                })
                .collect(),
            tags: overview
                .tags
                .into_iter()
                .map(|it| (TagId::new(it.id), it.name))
                .collect(),
            views: overview
                .views
                .into_iter()
                .map(|it| (ViewId::new(it.id), it.name))
                .collect(),
        })
    }

    fn project(&self, name: &str) -> Result<ProjectId, ToolError> {
        find("project", name.trim_start_matches('+'), &self.projects)
    }
}

/// The id of the thing with this id or name.
fn find<T: Copy + std::fmt::Display>(
    what: &'static str,
    name: &str,
    known: &[(T, String)],
) -> Result<T, ToolError> {
    let wanted = key(name);
    let same = |(id, known): &&(T, String)| key(known) == wanted || id.to_string() == wanted;
    known.iter().find(same).map(|(id, _)| *id).ok_or_else(|| {
        let names = known.iter().map(|(_, name)| name.as_str());
        let nearest = nearest(name, names).map(str::to_owned);
        ToolError::NotFound {
            what,
            name: name.to_owned(),
            nearest,
        }
    })
}

fn project(args: &Args, names: &Names) -> Result<Command, ToolError> {
    let mut project = ProjectFields::default();
    if let Some(parent) = &args.parent {
        project.parent = match fields::project(parent) {
            Patch::Set(ProjectRef::Named(name)) => {
                Patch::Set(ProjectRef::Id(names.project(&name)?))
            }
            other => other,
        };
    }
    if let Some(colour) = &args.colour {
        project.colour = fields::text(colour.clone());
    }
    if args.action == "add" {
        project.name = Some(args.name.clone());
        return Ok(Command::AddProject { project });
    }
    let id = names.project(&args.name)?;
    match args.action.as_str() {
        "delete" => return Ok(Command::DeleteProject { id }),
        "archive" => project.archived = Some(true),
        "unarchive" => project.archived = Some(false),
        _ => project.name.clone_from(&args.new_name),
    }
    Ok(Command::UpdateProject { id, project })
}

fn section(args: &Args, names: &Names) -> Result<Command, ToolError> {
    refuse_archive(args)?;
    let missing = || ToolError::argument("/parent", "name the project of the section");
    let parent = args
        .parent
        .as_deref()
        .map(|name| names.project(name))
        .transpose()?;
    if args.action == "add" {
        let section = SectionFields {
            name: Some(args.name.clone()),
            ..SectionFields::default()
        };
        let project = ProjectRef::Id(parent.ok_or_else(missing)?);
        return Ok(Command::AddSection { project, section });
    }
    let within = names
        .sections
        .iter()
        .filter(|(_, project, _)| parent.is_none_or(|p| p == *project));
    let within: Vec<_> = within.map(|(id, _, name)| (*id, name.clone())).collect();
    let wanted = key(&args.name);
    if parent.is_none()
        && within
            .iter()
            .filter(|(_, name)| key(name) == wanted)
            .count()
            > 1
    {
        return Err(missing());
    }
    let id = find("section", &args.name, &within)?;
    if args.action == "delete" {
        return Ok(Command::DeleteSection { id });
    }
    let section = SectionFields {
        name: args.new_name.clone(),
        ..SectionFields::default()
    };
    Ok(Command::UpdateSection { id, section })
}

fn tag(args: &Args, names: &Names) -> Result<Command, ToolError> {
    refuse_archive(args)?;
    let mut tag = TagFields::default();
    if let Some(colour) = &args.colour {
        tag.colour = fields::text(colour.clone());
    }
    let name = args.name.trim_start_matches('#');
    if args.action == "add" {
        tag.name = Some(name.to_owned());
        return Ok(Command::AddTag { tag });
    }
    let id = find("tag", name, &names.tags)?;
    if args.action == "delete" {
        return Ok(Command::DeleteTag { id });
    }
    tag.name = args
        .new_name
        .as_ref()
        .map(|name| name.trim_start_matches('#').to_owned());
    Ok(Command::UpdateTag { id, tag })
}

fn view(args: &Args, names: &Names) -> Result<Command, ToolError> {
    refuse_archive(args)?;
    let mut view = ViewFields {
        filter: args.filter.clone(),
        ..ViewFields::default()
    };
    if args.action == "add" {
        if view.filter.is_none() {
            return Err(ToolError::argument(
                "/filter",
                "a view needs a filter, such as 'today'",
            ));
        }
        view.name = Some(args.name.clone());
        return Ok(Command::AddView { view });
    }
    let id = find("view", &args.name, &names.views)?;
    if args.action == "delete" {
        return Ok(Command::DeleteView { id });
    }
    view.name.clone_from(&args.new_name);
    Ok(Command::UpdateView { id, view })
}

fn refuse_archive(args: &Args) -> Result<(), ToolError> {
    if args.action.ends_with("archive") {
        let detail = format!("a {} cannot be archived; only projects can", args.kind);
        return Err(ToolError::argument("/action", detail));
    }
    Ok(())
}

/// Deleting a project takes its tasks along, so a person says yes first; `None` when one has.
async fn ask(
    access: &Access<'_>,
    args: &Args,
    id: ProjectId,
) -> Result<Option<ToolResult>, ToolError> {
    let subject = format!("{}\ndelete project\n{id}", TOOL.name);
    if let Some(token) = &args.confirm {
        confirm::accept(access, token, &subject).await?;
        return Ok(None);
    }
    let query = ListTasks {
        project: Some(id),
        set: TaskSet::Open,
        limit: 200,
        ..ListTasks::default()
    };
    let page = access.app.tasks(access.actor, &query).await?;
    let more = if page.next_cursor.is_some() {
        "more than "
    } else {
        ""
    };
    let question = format!(
        "Delete the project \"{}\" with {more}{}?",
        args.name,
        counted(page.tasks.len())
    );
    confirm::ask(access, &question, &subject, &page.tasks)
        .await
        .map(Some)
}

/// The project, section, tag or view that was changed.
pub(super) fn item(outcome: &Outcome) -> Option<Value> {
    let items = [
        outcome.projects.first().map(|item| json!(item)),
        outcome.sections.first().map(|item| json!(item)),
        outcome.tags.first().map(|item| json!(item)),
        outcome.views.first().map(|item| json!(item)),
    ];
    items.into_iter().flatten().next()
}

fn report(args: &Args, outcome: &Outcome) -> ToolResult {
    let verb = match args.action.as_str() {
        "add" => "added",
        "delete" => "deleted",
        "archive" => "archived",
        "unarchive" => "unarchived",
        _ => "changed",
    };
    let name = args.new_name.as_ref().unwrap_or(&args.name);
    let summary = match outcome.change_id {
        None if !args.control.dry_run => "Nothing changed".to_owned(),
        _ => format!("{verb} {} {name}", args.kind),
    };
    ToolResult::new(
        summary,
        json!({
            "item": item(outcome),
            "notes": outcome.notes,
            "change_id": outcome.change_id,
            "dry_run": args.control.dry_run.then_some(true),
        }),
    )
}
