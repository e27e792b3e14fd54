//! Prompts: ways of working that a person picks from a menu. What they are about comes along as
//! data, apart from the instructions.

use app::App;
use domain::actor::Actor;
use rmcp::ErrorData;
use rmcp::model::{
    GetPromptRequestParams, GetPromptResult, JsonObject, Prompt, PromptArgument, PromptMessage,
    Role,
};
use serde_json::{Value, json};

use super::icons;
use super::resources;

/// One prompt.
struct Entry {
    name: &'static str,
    title: &'static str,
    purpose: &'static str,
    /// Name, meaning, and whether it must be given.
    argument: Option<(&'static str, &'static str, bool)>,
    words: &'static str,
    data: Data,
}

/// What comes along.
#[derive(Clone, Copy)]
enum Data {
    /// The overview, and the open tasks that a filter finds, narrowed by the argument.
    Tasks(&'static str),
    /// The task that the argument names.
    Task,
}

const TAG: (&str, &str, bool) = ("tag", "Only tasks with this tag", false);
const PROJECT: (&str, &str, bool) = ("project", "Only this project", false);
const TASK: (&str, &str, bool) = ("task", "Number, id or title", true);

static PROMPTS: [Entry; 4] = [
    Entry {
        name: "plan_my_day",
        title: "Plan my day",
        purpose: "Chooses what to do today, and in which order.",
        argument: Some(TAG),
        words: "Plan my day with the tasks below, which are due today or overdue. Put them in an \
order that I can follow, name what will not fit, and propose new dates for it with \
reschedule_tasks (dry_run first). Change nothing before I agree.",
        data: Data::Tasks("today | overdue"),
    },
    Entry {
        name: "weekly_review",
        title: "Weekly review",
        purpose: "Looks back on the week and ahead to the next.",
        argument: Some(PROJECT),
        words: "Do a weekly review with me. Use get_history to see what was done in the last 7 \
days, then go through the open tasks below: what is overdue, what has no date, what can go. Propose \
one change at a time and carry out only what I agree to.",
        data: Data::Tasks("overdue | upcoming | no date"),
    },
    Entry {
        name: "triage_inbox",
        title: "Triage the inbox",
        purpose: "Gives every task of the Inbox a place and a date.",
        argument: None,
        words: "Help me to empty my Inbox. For each task below propose a project, a date, a \
priority and tags that I already use. Show all proposals as one list; when I agree, apply them with \
one call of update_tasks.",
        data: Data::Tasks("+Inbox"),
    },
    Entry {
        name: "break_down_task",
        title: "Break down a task",
        purpose: "Splits a task into steps that can be done.",
        argument: Some(TASK),
        words: "Break the task below down into 3 to 7 steps, each small enough to do in one go. \
Show them first; when I agree, add them with one call of add_tasks, each with parent_id set to the \
id of the task.",
        data: Data::Task,
    },
];

/// Every prompt.
pub(super) fn list() -> Vec<Prompt> {
    let prompt = |entry: &Entry| {
        let argument = |(name, meaning, required): (&str, &str, bool)| {
            PromptArgument::new(name)
                .with_description(meaning)
                .with_required(required)
        };
        let arguments = entry.argument.map(|it| vec![argument(it)]);
        Prompt::new(entry.name, Some(entry.purpose), arguments)
            .with_title(entry.title)
            .with_icons(vec![icons::saydo()])
    };
    PROMPTS.iter().map(prompt).collect()
}

/// The name of the argument of a prompt, where it has one.
pub(super) fn argument(prompt: &str) -> Option<&'static str> {
    let entry = PROMPTS.iter().find(|entry| entry.name == prompt)?;
    entry.argument.map(|(name, ..)| name)
}

/// One prompt, with the data that it is about.
pub(super) async fn get(
    app: &App,
    actor: &Actor,
    request: GetPromptRequestParams,
) -> Result<GetPromptResult, ErrorData> {
    let Some(entry) = PROMPTS.iter().find(|entry| entry.name == request.name) else {
        let names: Vec<_> = PROMPTS.iter().map(|entry| entry.name).collect();
        let detail = format!(
            "no prompt '{}'; there are {}",
            request.name,
            names.join(", ")
        );
        return Err(ErrorData::invalid_params(detail, None));
    };
    let given = given(entry, request.arguments.as_ref())?;
    let mut messages = vec![PromptMessage::new_text(Role::User, entry.words)];
    match entry.data {
        Data::Tasks(filter) => {
            let overview = resources::call(app, actor, "get_overview", json!({})).await?;
            messages.push(data("saydo://overview", &overview));
            let mut args = json!({ "filter": filter, "limit": 100 });
            match entry.argument.zip(given) {
                Some((("tag", ..), tag)) => args["tags"] = json!([tag]),
                Some(((name, ..), value)) => args[name] = json!(value),
                None => {}
            }
            let found = find(app, actor, args).await?;
            messages.push(data("saydo://view/tasks", &found));
        }
        Data::Task => {
            let args = json!({ "ids": [given.unwrap_or_default()], "detail": "full" });
            let found = find(app, actor, args).await?;
            let task = &found["tasks"][0];
            messages.push(data(&format!("saydo://task/{}", task["number"]), task));
        }
    }
    Ok(GetPromptResult::new(messages).with_description(entry.purpose))
}

/// The value of the prompt's argument.
fn given(entry: &Entry, arguments: Option<&JsonObject>) -> Result<Option<String>, ErrorData> {
    let known = entry.argument.map(|(name, ..)| name);
    for name in arguments.into_iter().flat_map(JsonObject::keys) {
        if Some(name.as_str()) != known {
            let detail = match known {
                Some(known) => format!("unknown argument '{name}'; '{known}' is the only one"),
                None => format!("unknown argument '{name}'; this prompt takes none"),
            };
            return Err(ErrorData::invalid_params(detail, None));
        }
    }
    let Some((name, _, required)) = entry.argument else {
        return Ok(None);
    };
    let text = arguments
        .and_then(|all| all.get(name))
        .and_then(Value::as_str)
        .map(str::trim)
        .filter(|text| !text.is_empty());
    if required && text.is_none() {
        let detail = format!("'{name}' is missing");
        return Err(ErrorData::invalid_params(detail, None));
    }
    Ok(text.map(str::to_owned))
}

/// Tasks, or why the argument names none.
async fn find(app: &App, actor: &Actor, args: Value) -> Result<Value, ErrorData> {
    let result = crate::tools::call(app, actor, "find_tasks", args).await;
    if result.is_error {
        return Err(ErrorData::invalid_params(result.summary, None));
    }
    Ok(result.structured)
}

fn data(uri: &str, value: &Value) -> PromptMessage {
    let mime_type = Some("application/json".to_owned());
    let text = Some(value.to_string());
    PromptMessage::new_resource(
        Role::User,
        uri.to_owned(),
        mime_type,
        text,
        None,
        None,
        None,
    )
}
