//! The same request twice is carried out once.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, PASSWORD, Person, TestApp};

/// Operations that no key names, each with its reason.
const UNNAMED: [(&str, &str); 7] = [
    ("sign_in", "each sign-in begins a session of its own"),
    (
        "sign_out",
        "the proof ends with it, so that a retry is not let in",
    ),
    (
        "delete_account",
        "the proof ends with it, so that a retry is not let in",
    ),
    ("sign_up", "has a test of its own"),
    ("chat", "answers a stream, which has tests of its own"),
    ("confirm_chat", "its token is good once"),
    ("parse", "changes nothing"),
];

async fn story_of_a_retry(server: TestApp) {
    let ada = server.person("ada").await;
    let key = [("idempotency-key", "a-1")];
    let first = ada
        .call_with(Method::POST, "/v1/tasks", json!({"title": "rent"}), &key)
        .await;
    let again = ada
        .call_with(Method::POST, "/v1/tasks", json!({"title": "rent"}), &key)
        .await;
    assert_eq!(first.json(201), again.json(201));
    ada.call_with(Method::POST, "/v1/tasks", json!({"title": "other"}), &key)
        .await
        .problem(422, "request_reused");
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        1
    );

    // Another person may use the same key.
    let bob = server.person("bob").await;
    bob.call_with(Method::POST, "/v1/tasks", json!({"title": "bread"}), &key)
        .await
        .json(201);

    let task = first.json(201)["tasks"][0]["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let key = [("idempotency-key", "a-2")];
    let path = format!("/v1/tasks/{task}/duplicate");
    let first = ada
        .call_with(Method::POST, &path, json!({}), &key)
        .await
        .json(200);
    let again = ada
        .call_with(Method::POST, &path, json!({}), &key)
        .await
        .json(200);
    assert_eq!(first, again);
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[tokio::test]
async fn a_repeated_request_is_answered_the_same_and_done_once_on_sqlite() {
    story_of_a_retry(TestApp::new().await).await;
}

#[tokio::test]
async fn a_repeated_request_is_answered_the_same_and_done_once_on_postgres() {
    story_of_a_retry(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn a_key_under_another_path_is_another_request() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let (one, two) = (ada.task("one").await, ada.task("two").await);
    let key = [("idempotency-key", "k")];
    let path =
        |task: &serde_json::Value| format!("/v1/tasks/{}/complete", task["id"].as_str().unwrap());
    ada.call_with(Method::POST, &path(&one), json!({}), &key)
        .await
        .json(200);
    ada.call_with(Method::POST, &path(&two), json!({}), &key)
        .await
        .problem(422, "request_reused");
}

#[tokio::test]
async fn a_retried_sentence_is_the_same_request_the_next_day() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let key = [("idempotency-key", "k")];
    let body = json!({"title": "call mum", "due": "tomorrow"});
    let first = ada
        .call_with(Method::POST, "/v1/tasks", body.clone(), &key)
        .await
        .json(201);
    server.clock.advance(jiff::SignedDuration::from_hours(24));
    let again = ada
        .call_with(Method::POST, "/v1/tasks", body, &key)
        .await
        .json(201);
    assert_eq!(first, again);
}

/// Something of each kind, for operations to work on.
struct Things {
    task: String,
    done: String,
    trashed: String,
    recurring: String,
    project: String,
    section: String,
    tag: String,
    view: String,
    token: String,
    assistant: String,
    session: String,
    conversation: String,
    notification: String,
}

impl Things {
    async fn of(ada: &Person<'_>) -> Self {
        let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
        let at = (ada.server.app.now() + jiff::SignedDuration::from_secs(1)).to_string();
        let done = id(&ada.task("done").await);
        ada.post(&format!("/v1/tasks/{done}/complete"), json!({}))
            .await
            .json(200);
        let trashed = id(&ada.task("trashed").await);
        ada.delete(&format!("/v1/tasks/{trashed}")).await.json(200);
        let add = async |path: &str, kind: &str, body: Value| {
            id(&ada.post(path, body).await.json(201)[kind])
        };
        ada.add(json!({"title": "shown", "reminders": [{"at": at}]}))
            .await;
        ada.server.clock.advance(jiff::SignedDuration::from_secs(2));
        ada.server.app.fire_due(10).await.unwrap();
        ada.post("/v1/chat", json!({"message": "hello"})).await;
        let first = async |path: &str, kind: &str| id(&ada.get(path).await.json(200)[kind][0]);
        let credentials = json!({"email": "ada@example.org", "password": PASSWORD});
        ada.server
            .anonymous(Method::POST, "/v1/auth/sign-in", Some(credentials))
            .await
            .json(200);
        let project = add("/v1/projects", "project", json!({"name": "garden"})).await;
        let token = ada.post("/v1/tokens", json!({"name": "spare"})).await;
        Self {
            task: id(&ada.task("open").await),
            done,
            trashed,
            recurring: id(&ada.add(json!({"title": "rent", "rule": "every day"})).await),
            section: add(
                "/v1/sections",
                "section",
                json!({"project_id": project, "name": "beds"}),
            )
            .await,
            project,
            tag: add("/v1/tags", "tag", json!({"name": "calm"})).await,
            view: add(
                "/v1/views",
                "view",
                json!({"name": "soon", "filter": "today"}),
            )
            .await,
            token: id(&token.json(201)),
            assistant: ada.server.assistant(&ada.actor).await,
            session: first("/v1/sessions", "sessions").await,
            conversation: first("/v1/conversations", "conversations").await,
            notification: first("/v1/notifications", "notifications").await,
        }
    }

    /// Every operation that a key names, with a request that succeeds; deletions come last.
    fn writes(&self) -> Vec<(&'static str, Method, String, Value)> {
        let of = |folder: &str, id: &str| format!("/v1/{folder}/{id}");
        let act = |id: &str, verb: &str| format!("/v1/tasks/{id}/{verb}");
        let (post, patch, delete) = (Method::POST, Method::PATCH, Method::DELETE);
        let until = json!({"until": "2026-12-24T10:00:00Z"});
        let new_password =
            json!({"current_password": PASSWORD, "new_password": "granite-otter-lagoon-47"});
        let bulk = json!({"ids": [self.done], "action": {"kind": "duplicate"}});
        vec![
            (
                "add_tasks",
                post.clone(),
                "/v1/tasks".into(),
                json!({"title": "new"}),
            ),
            ("change_tasks", post.clone(), "/v1/tasks/bulk".into(), bulk),
            (
                "update_task",
                patch.clone(),
                of("tasks", &self.task),
                json!({"title": "newer"}),
            ),
            (
                "reschedule_task",
                post.clone(),
                act(&self.task, "reschedule"),
                json!({"to": "tomorrow"}),
            ),
            (
                "snooze_task",
                post.clone(),
                act(&self.task, "snooze"),
                until,
            ),
            (
                "duplicate_task",
                post.clone(),
                act(&self.task, "duplicate"),
                json!({}),
            ),
            (
                "complete_task",
                post.clone(),
                act(&self.recurring, "complete"),
                json!({}),
            ),
            (
                "skip_task",
                post.clone(),
                act(&self.recurring, "skip"),
                json!({}),
            ),
            (
                "reopen_task",
                post.clone(),
                act(&self.done, "reopen"),
                json!({}),
            ),
            (
                "restore_task",
                post.clone(),
                act(&self.trashed, "restore"),
                json!({}),
            ),
            ("undo", post.clone(), "/v1/undo".into(), json!({})),
            (
                "add_project",
                post.clone(),
                "/v1/projects".into(),
                json!({"name": "house"}),
            ),
            (
                "update_project",
                patch.clone(),
                of("projects", &self.project),
                json!({"name": "park"}),
            ),
            (
                "add_section",
                post.clone(),
                "/v1/sections".into(),
                json!({"project_id": self.project, "name": "paths"}),
            ),
            (
                "update_section",
                patch.clone(),
                of("sections", &self.section),
                json!({"name": "plots"}),
            ),
            (
                "add_tag",
                post.clone(),
                "/v1/tags".into(),
                json!({"name": "busy"}),
            ),
            (
                "update_tag",
                patch.clone(),
                of("tags", &self.tag),
                json!({"name": "quiet"}),
            ),
            (
                "add_view",
                post.clone(),
                "/v1/views".into(),
                json!({"name": "late", "filter": "overdue"}),
            ),
            (
                "update_view",
                patch.clone(),
                of("views", &self.view),
                json!({"name": "next"}),
            ),
            (
                "update_me",
                patch.clone(),
                "/v1/me".into(),
                json!({"name": "Ada L.", "week_start": "sunday"}),
            ),
            (
                "rename_conversation",
                patch,
                of("conversations", &self.conversation),
                json!({"title": "hi"}),
            ),
            (
                "acknowledge_notification",
                post.clone(),
                act(&self.notification, "acknowledge").replace("tasks", "notifications"),
                json!({}),
            ),
            (
                "acknowledge_notifications",
                post.clone(),
                "/v1/notifications/acknowledge-all".into(),
                json!({}),
            ),
            (
                "create_token",
                post.clone(),
                "/v1/tokens".into(),
                json!({"name": "laptop"}),
            ),
            (
                "create_invite",
                post.clone(),
                "/v1/invites".into(),
                json!({}),
            ),
            (
                "end_session",
                delete.clone(),
                of("sessions", &self.session),
                json!({}),
            ),
            (
                "change_password",
                post,
                "/v1/me/password".into(),
                new_password,
            ),
            (
                "end_sessions",
                delete.clone(),
                "/v1/sessions".into(),
                json!({}),
            ),
            (
                "revoke_token",
                delete.clone(),
                of("tokens", &self.token),
                json!({}),
            ),
            (
                "revoke_assistant",
                delete.clone(),
                of("assistants", &self.assistant),
                json!({}),
            ),
            (
                "delete_conversation",
                delete.clone(),
                of("conversations", &self.conversation),
                json!({}),
            ),
            (
                "delete_task",
                delete.clone(),
                of("tasks", &self.task),
                json!({}),
            ),
            (
                "delete_view",
                delete.clone(),
                of("views", &self.view),
                json!({}),
            ),
            (
                "delete_tag",
                delete.clone(),
                of("tags", &self.tag),
                json!({}),
            ),
            (
                "delete_section",
                delete.clone(),
                of("sections", &self.section),
                json!({}),
            ),
            (
                "delete_project",
                delete,
                of("projects", &self.project),
                json!({}),
            ),
        ]
    }
}

async fn story_of_every_write(server: TestApp) {
    let ada = server.person("ada").await;
    let things = Things::of(&ada).await;
    let mut named = BTreeSet::new();
    for (name, method, path, body) in things.writes() {
        let key = [("idempotency-key", name)];
        let send = async |method: &Method, path: &str, body: &Value| -> Answer {
            ada.call_with(method.clone(), path, body.clone(), &key)
                .await
        };
        let revision = async || ada.get("/v1/sync").await.json(200)["rev"].clone();
        let first = send(&method, &path, &body).await;
        assert!(first.status.is_success(), "{name}: {}", first.text);
        let before = revision().await;
        let again = send(&method, &path, &body).await;
        if first.text.contains("saydo_") {
            again.problem(409, "shown_once");
        } else {
            assert_eq!(again.status, first.status, "{name}: {}", again.text);
            assert_eq!(again.text, first.text, "{name}");
        }
        send(&Method::POST, "/v1/tags", &json!({"name": name}))
            .await
            .problem(422, "request_reused");
        send(&Method::POST, "/v1/invites", &json!({"days": 3}))
            .await
            .problem(422, "request_reused");
        assert_eq!(revision().await, before, "{name}");
        named.insert(name.to_owned());
    }
    let document = server::document();
    let operations = document["paths"].as_object().unwrap().values();
    for (method, operation) in operations.flat_map(|item| item.as_object().unwrap()) {
        let name = operation["operationId"].as_str().unwrap();
        let is_listed = named.contains(name) || UNNAMED.iter().any(|(other, _)| *other == name);
        assert!(method == "get" || is_listed, "{name} has no retry");
    }
}

#[tokio::test]
async fn every_write_under_a_key_is_answered_the_same_and_done_once_on_sqlite() {
    story_of_every_write(TestApp::new().await).await;
}

#[tokio::test]
async fn every_write_under_a_key_is_answered_the_same_and_done_once_on_postgres() {
    story_of_every_write(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn a_repeated_sign_up_signs_in_to_the_account_that_it_has_made() {
    let server = TestApp::new().await;
    let sign_up = async |key: &str, change: (&str, &str)| {
        let mut body = json!({"email": "eve@example.org", "password": PASSWORD, "name": "Eve"});
        body[change.0] = change.1.into();
        server
            .anonymous_with(
                Method::POST,
                "/v1/auth/sign-up",
                body,
                &[("idempotency-key", key)],
            )
            .await
    };
    let first = sign_up("k", ("name", "Eve")).await;
    let again = sign_up("k", ("name", "Eve")).await;

    assert_eq!(first.json(201), again.json(201));
    assert_ne!(first.cookie(), again.cookie());
    sign_up("k", ("name", "Eva"))
        .await
        .problem(422, "request_reused");
    sign_up("k", ("password", "granite-otter-lagoon-47"))
        .await
        .problem(401, "wrong_credentials");
    sign_up("other", ("name", "Eve"))
        .await
        .problem(409, "taken");
}

#[tokio::test]
async fn a_repeated_change_of_the_password_is_told_by_the_new_password() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let change = async |new: &str| {
        let body = json!({"current_password": PASSWORD, "new_password": new});
        let key = [("idempotency-key", "k")];
        ada.call_with(Method::POST, "/v1/me/password", body, &key)
            .await
    };
    change("granite-otter-lagoon-47").await.json(204);
    change("granite-otter-lagoon-47").await.json(204);
    change("granite-otter-lagoon-48")
        .await
        .problem(422, "request_reused");
}
