//! The MCP server as clients of both revisions see it, through a pipe.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use agent::mcp::McpServer;
use domain::actor::{Actor, Via};
use rmcp::model::{
    ArgumentInfo, CallToolRequestParams, CallToolResult, ClientCapabilities, ClientConfig,
    CompleteRequestParams, ElicitRequestParams, ElicitResult, ElicitationAction,
    GetPromptRequestParams, Implementation, PaginatedRequestParams, ProgressNotificationParam,
    ProtocolVersion, ReadResourceRequestParams, Reference, ResourceContents,
    ResourceUpdatedNotificationParam, SubscribeRequestParams, SubscriptionFilter,
};
use rmcp::service::{NotificationContext, RequestContext, RunningService, ServiceError};
use rmcp::{
    ClientHandler, ClientLifecycleMode, ClientServiceExt as _, ErrorData, RoleClient,
    ServiceExt as _,
};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::home::Home;

/// A client, and what it answers when the person is asked.
#[derive(Clone)]
struct Assistant {
    says: Option<bool>,
    asked: Arc<Mutex<Vec<String>>>,
    told: mpsc::UnboundedSender<String>,
}

impl ClientHandler for Assistant {
    fn get_info(&self) -> ClientConfig {
        let mut capabilities = ClientCapabilities::default();
        if self.says.is_some() {
            capabilities.elicitation = Some(serde_json::from_value(json!({ "form": {} })).unwrap());
        }
        ClientConfig::new(capabilities, Implementation::new("test", "1"))
    }

    async fn create_elicitation(
        &self,
        request: ElicitRequestParams,
        _: RequestContext<RoleClient>,
    ) -> Result<ElicitResult, ErrorData> {
        let request = serde_json::to_value(request).unwrap();
        let message = request["message"].as_str().unwrap().to_owned();
        self.asked.lock().unwrap().push(message);
        let answer = ElicitResult::new(ElicitationAction::Accept);
        Ok(answer.with_content(json!({ "confirm": self.says.unwrap_or_default() })))
    }

    async fn on_resource_updated(
        &self,
        params: ResourceUpdatedNotificationParam,
        _: NotificationContext<RoleClient>,
    ) {
        self.told.send(params.uri).unwrap();
    }

    async fn on_progress(
        &self,
        params: ProgressNotificationParam,
        _: NotificationContext<RoleClient>,
    ) {
        let text = format!("{}/{}", params.progress, params.total.unwrap_or_default());
        self.told.send(text).unwrap();
    }
}

struct Line {
    client: RunningService<RoleClient, Assistant>,
    asked: Arc<Mutex<Vec<String>>>,
    told: mpsc::UnboundedReceiver<String>,
}

fn modern() -> ClientLifecycleMode {
    let preferred_versions = vec![ProtocolVersion::V_2026_07_28];
    ClientLifecycleMode::Discover { preferred_versions }
}

/// Connects a client of a revision; `says` is what its person answers, `None` that it cannot ask.
async fn connect(home: &Home, mode: ClientLifecycleMode, says: Option<bool>) -> Line {
    let (near, far) = tokio::io::duplex(64 * 1024);
    let actor = Actor {
        via: Via::Mcp,
        ..home.actor.clone()
    };
    let server = McpServer::for_one(home.app.clone(), actor);
    tokio::spawn(async move { server.serve(far).await.unwrap().waiting().await });
    let (sender, told) = mpsc::unbounded_channel();
    let asked = Arc::default();
    let assistant = Assistant {
        says,
        asked: Arc::clone(&asked),
        told: sender,
    };
    let client = assistant.serve_with_lifecycle(near, mode).await.unwrap();
    Line {
        client,
        asked,
        told,
    }
}

impl Line {
    async fn call(&self, tool: &str, args: Value) -> CallToolResult {
        let Value::Object(args) = args else {
            panic!("arguments are an object")
        };
        let params = CallToolRequestParams::new(tool.to_owned()).with_arguments(args);
        self.client.call_tool(params).await.unwrap()
    }

    async fn data(&self, tool: &str, args: Value) -> Value {
        let result = self.call(tool, args).await;
        assert_ne!(result.is_error, Some(true), "{result:?}");
        result.structured_content.unwrap()
    }

    async fn read(&self, uri: &str) -> Result<Value, ServiceError> {
        let params = ReadResourceRequestParams::new(uri);
        let result = self.client.read_resource(params).await?;
        let ResourceContents::TextResourceContents { text, .. } = &result.contents[0] else {
            panic!("{result:?}")
        };
        Ok(serde_json::from_str(text).unwrap())
    }

    async fn complete(&self, reference: Reference, name: &str, value: &str) -> Vec<String> {
        let argument = ArgumentInfo::new(name, value);
        let params = CompleteRequestParams::new(reference, argument);
        let result = self.client.complete(params).await.unwrap();
        result.completion.values
    }

    async fn told(&mut self) -> String {
        let told = tokio::time::timeout(Duration::from_secs(20), self.told.recv());
        told.await.expect("a notification in time").unwrap()
    }
}

const BOTH: [fn() -> ClientLifecycleMode; 2] = [modern, || ClientLifecycleMode::Initialize];

#[tokio::test]
async fn clients_of_both_revisions_see_the_list_that_is_checked_in() {
    let home = Home::new().await;
    let described: Value = agent::tools::list()
        .iter()
        .map(agent::tools::Tool::describe)
        .collect();
    for mode in BOTH {
        let line = connect(&home, mode(), None).await;
        let tools = line.client.list_all_tools().await.unwrap();
        assert_eq!(serde_json::to_value(tools).unwrap(), described);
    }
}

#[tokio::test]
async fn a_result_comes_as_data_as_the_same_text_and_in_one_line() {
    let home = Home::new().await;
    for mode in BOTH {
        let line = connect(&home, mode(), None).await;
        let result = line.call("add_tasks", json!({ "text": "buy milk" })).await;
        let texts = serde_json::to_value(&result.content).unwrap();
        let text = texts[0]["text"].as_str().unwrap();
        let data: Value = serde_json::from_str(text).unwrap();
        assert_eq!(Some(data), result.structured_content);
        let line = texts[1]["text"].as_str().unwrap();
        assert!(
            line.starts_with("added #") && !line.contains('\n'),
            "{line}"
        );
    }
    let history = home.ok("get_history", json!({})).await;
    assert_eq!(history["changes"][0]["via"], "mcp");
}

#[tokio::test]
async fn a_call_that_cannot_be_is_an_error_that_the_model_can_read() {
    let home = Home::new().await;
    let line = connect(&home, modern(), None).await;
    let result = line.call("find_tasks", json!({ "filtr": "today" })).await;
    assert_eq!(result.is_error, Some(true));
    let data = result.structured_content.unwrap();
    assert_eq!(data["error"]["pointer"], "/filtr");
    let unknown = CallToolRequestParams::new("find_task");
    let error = line
        .client
        .call_tool(unknown)
        .await
        .unwrap_err()
        .to_string();
    assert!(error.contains("did you mean 'find_tasks'?"), "{error}");
}

#[tokio::test]
async fn deleting_several_asks_the_person_where_the_client_can() {
    for mode in BOTH {
        let home = Home::new().await;
        home.furnish().await;
        let ids = json!({ "ids": ["Buy milk", "Buy eggs"] });

        let line = connect(&home, mode(), Some(false)).await;
        let declined = line.data("delete_tasks", ids.clone()).await;
        assert_eq!(declined, json!({ "status": "declined" }));
        let asked = line.asked.lock().unwrap().join("\n");
        assert!(
            asked.contains("Delete 2 tasks?") && asked.contains("Buy eggs"),
            "{asked}"
        );

        let line = connect(&home, mode(), Some(true)).await;
        let deleted = line.data("delete_tasks", ids).await;
        assert_eq!(deleted["tasks"].as_array().unwrap().len(), 2);
        assert!(deleted["change_id"].is_string());
    }
}

#[tokio::test]
async fn a_client_that_cannot_ask_gets_a_token_for_exactly_what_it_asked() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), None).await;
    let mut args = json!({ "filter": "#groceries", "action": "complete" });
    let question = line.data("bulk_change", args.clone()).await;
    assert_eq!(question["status"], "confirmation_required");

    args["confirm"] = question["confirm"].clone();
    args["action"] = json!("delete");
    let refused = line.call("bulk_change", args.clone()).await;
    let refused = refused.structured_content.unwrap();
    assert_eq!(refused["error"]["code"], "confirmation_invalid");

    args["action"] = json!("complete");
    let done = line.data("bulk_change", args.clone()).await;
    assert!(done["change_id"].is_string());
    let again = line.call("bulk_change", args).await;
    assert_eq!(again.structured_content.unwrap()["tasks"], json!([]));
}

#[tokio::test]
async fn an_answer_counts_only_for_the_question_that_was_asked() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), Some(true)).await;
    let call = |ids: Value| {
        let Value::Object(args) = json!({ "ids": ids }) else {
            unreachable!("an object")
        };
        CallToolRequestParams::new("delete_tasks").with_arguments(args)
    };
    let asked = call(json!(["Buy milk", "Buy eggs"]));
    let response = line.client.call_tool_once(asked).await.unwrap();
    let rmcp::model::CallToolResponse::InputRequired(question) = response else {
        panic!("{response:?}")
    };
    let mut other = call(json!(["Buy milk", "Pay rent"]));
    other.request_state = question.request_state;
    let yes = json!({ "action": "accept", "content": { "confirm": true } });
    other.input_responses = Some([("confirm".to_owned(), yes)].into());
    let refused = line.client.call_tool(other).await.unwrap();
    let refused = refused.structured_content.unwrap();
    assert_eq!(refused["error"]["code"], "confirmation_invalid");
}

#[tokio::test]
async fn resources_are_listed_read_and_missed() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), None).await;
    let listed = line.client.list_all_resources().await.unwrap();
    assert!(listed.iter().any(|it| it.uri == "saydo://overview"));
    for resource in &listed {
        line.read(&resource.uri).await.unwrap();
    }
    let project = line.read("saydo://project/groceries").await.unwrap();
    assert_eq!(project["tasks"].as_array().unwrap().len(), 3);
    let number = &project["tasks"][0]["number"];
    let task = line.read(&format!("saydo://task/{number}")).await.unwrap();
    assert_eq!(task["project"], "Groceries");
    for missing in [
        "saydo://task/999",
        "saydo://project/x",
        "saydo://view/x",
        "x://y",
    ] {
        let error = line.read(missing).await.unwrap_err().to_string();
        assert!(error.contains(missing), "{error}");
    }
}

#[tokio::test]
async fn prompts_carry_their_data_and_refuse_what_they_do_not_know() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), None).await;
    let prompts = line.client.list_all_prompts().await.unwrap();
    let names: Vec<_> = prompts.iter().map(|prompt| prompt.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "plan_my_day",
            "weekly_review",
            "triage_inbox",
            "break_down_task"
        ]
    );
    let get = async |name: &str, args: Value| {
        let Value::Object(args) = args else {
            unreachable!("an object")
        };
        let params = GetPromptRequestParams::new(name).with_arguments(args);
        line.client.get_prompt(params).await
    };
    for name in &names[..3] {
        get(name, json!({})).await.unwrap();
    }
    let prompt = get("break_down_task", json!({ "task": "pay rent" }))
        .await
        .unwrap();
    let text = serde_json::to_string(&prompt.messages[1]).unwrap();
    assert!(text.contains("Pay rent"), "{text}");
    for (name, args, expected) in [
        ("break_down_task", json!({}), "'task' is missing"),
        (
            "break_down_task",
            json!({ "task": "nothing like it" }),
            "no task",
        ),
        (
            "plan_my_day",
            json!({ "tga": "home" }),
            "unknown argument 'tga'",
        ),
        ("plan", json!({}), "no prompt 'plan'"),
    ] {
        let error = get(name, args).await.unwrap_err().to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn names_that_exist_are_completed() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), None).await;
    let prompt = Reference::for_prompt;
    let resource = Reference::for_resource;
    let found = line
        .complete(prompt("break_down_task"), "task", "rent")
        .await;
    assert_eq!(found, ["Pay rent"]);
    let found = line.complete(prompt("plan_my_day"), "tag", "gro").await;
    assert_eq!(found, ["groceries"]);
    let found = line.complete(prompt("weekly_review"), "project", "o").await;
    assert!(found.contains(&"Groceries".to_owned()), "{found:?}");
    let found = line
        .complete(resource("saydo://view/{name}"), "name", "to")
        .await;
    assert_eq!(found, ["today"]);
    let found = line
        .complete(resource("saydo://task/{id}"), "id", "rent")
        .await;
    assert_eq!(found.len(), 1);
}

#[tokio::test]
async fn lists_refuse_a_cursor_that_they_did_not_give() {
    let home = Home::new().await;
    let line = connect(&home, modern(), None).await;
    let params = Some(PaginatedRequestParams::default().with_cursor(Some("x".to_owned())));
    assert!(line.client.list_tools(params.clone()).await.is_err());
    assert!(line.client.list_prompts(params.clone()).await.is_err());
    assert!(line.client.list_resources(params).await.is_err());
}

#[tokio::test]
async fn long_work_tells_how_far_it_is() {
    let home = Home::new().await;
    let titles: Vec<_> = (1..=25)
        .map(|n| json!({ "title": format!("Task {n}") }))
        .collect();
    let mut line = connect(&home, modern(), None).await;
    line.data("add_tasks", json!({ "tasks": titles })).await;
    let mut last = String::new();
    while last != "25/25" {
        last = line.told().await;
    }
}

#[tokio::test]
async fn a_listener_is_told_of_what_it_listens_to_and_of_nothing_else() {
    let home = Home::new().await;
    home.furnish().await;
    let line = connect(&home, modern(), None).await;
    let rent = home.ok("find_tasks", json!({ "ids": ["pay rent"] })).await;
    let rent = format!("saydo://task/{}", rent["tasks"][0]["number"]);
    let filter = SubscriptionFilter::builder()
        .resource_subscriptions([rent.as_str(), "saydo://project/groceries", "file:///x"])
        .resources_list_changed()
        .build();
    let mut heard = line.client.listen(filter).await.unwrap();
    let mut next = async || {
        let heard = tokio::time::timeout(Duration::from_secs(20), heard.next());
        let heard = heard.await.expect("a notification in time").unwrap();
        serde_json::to_value(heard).unwrap()
    };

    home.ok(
        "complete_tasks",
        json!({ "tasks": [{ "id": "clean the garage" }] }),
    )
    .await;
    home.ok("complete_tasks", json!({ "tasks": [{ "id": "pay rent" }] }))
        .await;
    assert_eq!(next().await["params"]["uri"], json!(rent));
    home.ok(
        "update_tasks",
        json!({ "changes": [{ "id": "buy milk", "title": "Buy oat milk" }] }),
    )
    .await;
    assert_eq!(next().await["params"]["uri"], "saydo://project/groceries");
    let add = json!({ "kind": "project", "action": "add", "name": "Garden" });
    home.ok("organize", add).await;
    assert_eq!(
        next().await["method"],
        "notifications/resources/list_changed"
    );
}

#[tokio::test]
#[expect(deprecated, reason = "how clients before 2026-07-28 subscribe")]
async fn an_older_client_subscribes_and_unsubscribes() {
    let home = Home::new().await;
    home.furnish().await;
    let mut line = connect(&home, ClientLifecycleMode::Initialize, None).await;
    let subscribe = SubscribeRequestParams::new("saydo://overview");
    line.client.subscribe(subscribe).await.unwrap();
    line.data("add_tasks", json!({ "text": "buy a kite" }))
        .await;
    while line.told().await != "saydo://overview" {}
    let missing = SubscribeRequestParams::new("saydo://nothing");
    assert!(line.client.subscribe(missing).await.is_err());
}
