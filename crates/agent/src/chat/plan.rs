//! One call that a model plans: looked at first, then carried out, or held until a yes.

use domain::TaskId;
use language::Context;
use serde_json::{Value, json};

use super::client::{Called, Question};
use super::converse::{OWN, Talk};
use super::leave::{Plan, needs_yes};
use super::listing::ids;
use super::organize::ORGANIZE;
use super::session::{Session, Trouble};
use super::text::{Text, Words, args};
use crate::model::ModelCall;
use crate::tools::ToolResult;

/// Entries of one call.
const ENTRIES: usize = 25;

impl Session {
    /// Carries out what a model calls, or says what the person has to be asked.
    pub(super) async fn plan(
        &mut self,
        call: &ModelCall,
        talk: &mut Talk,
        ctx: &Context,
    ) -> Result<Called, Trouble> {
        let (name, args) = (call.name.as_str(), call.args.clone());
        if let Err(refusal) = acceptable(&args) {
            return Ok(Called::Done(refused(refusal)));
        }
        let offer = talk.offers.iter().find(|offer| offer.tool.name == name);
        // Of a tool that does not exist, the server says which is near.
        let Some(writes) = offer.map(|offer| offer.writes) else {
            return self.request(name, args, None).await;
        };
        if !writes {
            return self.request(name, args, None).await;
        }
        let preview = self.preview(name, &args).await?;
        if preview.is_error {
            return Ok(Called::Done(preview));
        }
        if let Some(question) = self.question(name, &args, &preview, talk).await? {
            return Ok(Called::Asks(question));
        }
        let called = self.request(name, args.clone(), None).await?;
        if let Called::Done(result) = &called
            && !result.is_error
        {
            talk.has_changed |= result.structured["change_id"].is_string();
            self.tell(name, &args, result, ctx).await?;
        }
        Ok(called)
    }

    /// The question to be asked before this call, where one is.
    async fn question(
        &mut self,
        name: &str,
        args: &Value,
        preview: &ToolResult,
        talk: &Talk,
    ) -> Result<Option<Question>, Trouble> {
        let structured = &preview.structured;
        let tasks = structured["tasks"].as_array();
        // It asks by itself, with all that it would change.
        let asks_itself = match name {
            "bulk_change" => true,
            "delete_tasks" => tasks.is_some_and(|tasks| tasks.len() > 1),
            ORGANIZE => args["kind"] == "project" && args["action"] == "delete",
            _ => false,
        };
        if asks_itself {
            return Ok(None);
        }
        let (mut named, mut numbers, mut known) = (Vec::new(), Vec::new(), Vec::new());
        if name == "add_tasks" {
            let titles = tasks
                .into_iter()
                .flatten()
                .filter_map(|task| task["title"].as_str());
            named.extend(titles.map(str::to_owned));
        } else {
            // As they are called now, not as they would be.
            for task in self.views(&ids(&structured["tasks"])).await? {
                known.push(TaskId::new(task.id));
                named.push(task.title);
                numbers.push(task.number);
            }
        }
        named.extend(
            args["name"]
                .as_str()
                .filter(|_| tasks.is_none())
                .map(str::to_owned),
        );
        let plan = Plan {
            tool: name,
            args,
            named: &named,
            numbers: &numbers,
        };
        if !needs_yes(&plan, &talk.said, talk.has_read) {
            return Ok(None);
        }
        let subject = subject(name, args);
        let state = self.app.ask_confirmation(&self.actor, &subject).await?;
        let titles = self.words.titles(named.iter().map(|name| &**name));
        let words = asked(self.words, name, args, &titles);
        Ok(Some(Question {
            words,
            count: if name == ORGANIZE { 0 } else { named.len() },
            tasks: known,
            state,
            is_plan: true,
        }))
    }

    async fn preview(&mut self, name: &str, args: &Value) -> Result<ToolResult, Trouble> {
        let Value::Object(mut args) = args.clone() else {
            return Ok(refused("the arguments are no object"));
        };
        args.insert("dry_run".to_owned(), json!(true));
        match self.tools().await?.call(name, args, None).await? {
            Called::Done(result) => Ok(result),
            Called::Asks(_) => Err(Trouble::Unasked("a preview")),
        }
    }
}

/// What a yes to a plan is good for.
pub(super) fn subject(tool: &str, args: &Value) -> String {
    format!("plan\n{tool}\n{args}")
}

fn acceptable(args: &Value) -> Result<(), &'static str> {
    let Some(fields) = args.as_object() else {
        return Err("the arguments are no JSON object; send the call again");
    };
    if OWN.iter().any(|own| fields.contains_key(*own)) {
        return Err("confirm, request_id and dry_run are not yours to give; leave them out");
    }
    let entries = fields.values().filter_map(Value::as_array).map(Vec::len);
    if entries.sum::<usize>() > ENTRIES {
        return Err("at most 25 entries in one call; send fewer");
    }
    Ok(())
}

fn refused(detail: &str) -> ToolResult {
    ToolResult {
        structured: json!({ "error": { "code": "invalid_argument", "message": detail } }),
        summary: detail.to_owned(),
        is_error: true,
    }
}

/// The fields that would be set, as they were given: a yes is for these.
fn details(words: Words, args: &Value) -> String {
    let rows = args["changes"].as_array().map_or(&[][..], Vec::as_slice);
    let fields = rows.iter().chain([args]).filter_map(Value::as_object);
    let set = fields
        .flatten()
        .filter(|(name, _)| !SAID.contains(&name.as_str()));
    let mut said: Vec<String> = Vec::new();
    for (name, value) in set {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), |text| words.quoted(text));
        let field = format!("{name} {value}");
        if !said.contains(&field) {
            said.push(field);
        }
    }
    match said.as_slice() {
        [] => String::new(),
        said => format!(" ({})", said.join(", ")),
    }
}

/// Arguments that the question says in another way.
const SAID: [&str; 13] = [
    "action",
    "change_id",
    "changes",
    "id",
    "ids",
    "kind",
    "name",
    "tasks",
    "to",
    "token_id",
    "turn_id",
    "until",
    "version",
];

/// The question whether it is to be done.
fn asked(words: Words, tool: &str, given: &Value, titles: &str) -> String {
    let text = |name: &str| given[name].as_str().unwrap_or_default().to_owned();
    let mut facts = args!["names" => titles, "details" => details(words, given)];
    let question = match tool {
        "add_tasks" => Text::PlanAdd,
        "complete_tasks" => Text::PlanComplete,
        "reopen_tasks" => Text::PlanReopen,
        "delete_tasks" => Text::PlanDelete,
        "reschedule_tasks" => {
            facts.set("to", text("to"));
            Text::PlanMove
        }
        "snooze_reminders" => {
            facts.set("until", text("until"));
            Text::PlanSnooze
        }
        ORGANIZE => {
            facts.set("action", text("action"));
            facts.set("kind", text("kind"));
            Text::PlanOrganize
        }
        "undo" => Text::PlanUndo,
        _ => Text::PlanChange,
    };
    words.with(question, &facts)
}
