//! What is another person's is not there: over every operation that takes an id.

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Person, TestApp};

/// One thing of each kind, of one person.
struct Things {
    task: String,
    number: i64,
    project: String,
    section: String,
    tag: String,
    view: String,
    token: String,
    assistant: String,
    session: String,
    conversation: String,
    change: String,
}

async fn things(person: &Person<'_>) -> Things {
    let text = |value: &Value| {
        value
            .as_str()
            .unwrap_or_else(|| panic!("{value} is no text"))
            .to_owned()
    };
    let project = person
        .post("/v1/projects", json!({"name": "House"}))
        .await
        .json(201)["project"]["id"]
        .clone();
    let section = person
        .post(
            "/v1/sections",
            json!({"project_id": project, "name": "Kitchen"}),
        )
        .await
        .json(201);
    let tag = person
        .post("/v1/tags", json!({"name": "phone"}))
        .await
        .json(201);
    let view = person
        .post("/v1/views", json!({"name": "Now", "filter": "today"}))
        .await
        .json(201);
    let added = person
        .post(
            "/v1/tasks",
            json!({"title": "secret plan", "project_id": project}),
        )
        .await
        .json(201);
    let token = person
        .post("/v1/tokens", json!({"name": "laptop"}))
        .await
        .json(201);
    let body = json!({"email": format!("{}@example.org", person.get("/v1/me").await.json(200)["name"].as_str().unwrap()), "password": crate::support::PASSWORD});
    person
        .server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(body))
        .await
        .json(200);
    let session = person.get("/v1/sessions").await.json(200)["sessions"][0]["id"].clone();
    person
        .post("/v1/chat", json!({"message": "add a thing"}))
        .await;
    let conversation =
        person.get("/v1/conversations").await.json(200)["conversations"][0]["id"].clone();
    Things {
        task: text(&added["tasks"][0]["id"]),
        number: added["tasks"][0]["number"].as_i64().unwrap(),
        project: text(&project),
        section: text(&section["section"]["id"]),
        tag: text(&tag["tag"]["id"]),
        view: text(&view["view"]["id"]),
        token: text(&token["id"]),
        assistant: person.server.assistant(&person.actor).await,
        session: text(&session),
        conversation: text(&conversation),
        change: text(&added["change_id"]),
    }
}

async fn story_of_two_people(server: TestApp) {
    let ada = server.person("ada").await;
    let bob = server.person("bob").await;
    let his = things(&bob).await;
    let before = everything(&bob).await;
    let own = ada.task("mine").await["id"].as_str().unwrap().to_owned();

    let Things {
        task,
        project,
        section,
        tag,
        view,
        token,
        assistant,
        session,
        conversation,
        change,
        ..
    } = &his;
    let in_path = [
        (Method::GET, format!("/v1/tasks/{task}"), json!({})),
        (
            Method::PATCH,
            format!("/v1/tasks/{task}"),
            json!({"title": "x"}),
        ),
        (Method::DELETE, format!("/v1/tasks/{task}"), json!({})),
        (
            Method::POST,
            format!("/v1/tasks/{task}/complete"),
            json!({}),
        ),
        (Method::POST, format!("/v1/tasks/{task}/reopen"), json!({})),
        (Method::POST, format!("/v1/tasks/{task}/skip"), json!({})),
        (Method::POST, format!("/v1/tasks/{task}/restore"), json!({})),
        (
            Method::POST,
            format!("/v1/tasks/{task}/duplicate"),
            json!({}),
        ),
        (
            Method::POST,
            format!("/v1/tasks/{task}/reschedule"),
            json!({"to": "2026-12-01"}),
        ),
        (
            Method::POST,
            format!("/v1/tasks/{task}/snooze"),
            json!({"until": "2026-12-01T09:00:00Z"}),
        ),
        (
            Method::GET,
            format!("/v1/tasks/{task}/occurrences"),
            json!({}),
        ),
        (Method::GET, format!("/v1/tasks/{task}/history"), json!({})),
        (
            Method::PATCH,
            format!("/v1/projects/{project}"),
            json!({"name": "x"}),
        ),
        (Method::DELETE, format!("/v1/projects/{project}"), json!({})),
        (
            Method::PATCH,
            format!("/v1/sections/{section}"),
            json!({"name": "x"}),
        ),
        (Method::DELETE, format!("/v1/sections/{section}"), json!({})),
        (
            Method::PATCH,
            format!("/v1/tags/{tag}"),
            json!({"name": "x"}),
        ),
        (Method::DELETE, format!("/v1/tags/{tag}"), json!({})),
        (
            Method::PATCH,
            format!("/v1/views/{view}"),
            json!({"name": "x"}),
        ),
        (Method::DELETE, format!("/v1/views/{view}"), json!({})),
        (Method::DELETE, format!("/v1/tokens/{token}"), json!({})),
        (
            Method::DELETE,
            format!("/v1/assistants/{assistant}"),
            json!({}),
        ),
        (Method::DELETE, format!("/v1/sessions/{session}"), json!({})),
        (
            Method::GET,
            format!("/v1/conversations/{conversation}"),
            json!({}),
        ),
        (
            Method::PATCH,
            format!("/v1/conversations/{conversation}"),
            json!({"title": "x"}),
        ),
        (
            Method::DELETE,
            format!("/v1/conversations/{conversation}"),
            json!({}),
        ),
    ];
    for (method, path, body) in in_path {
        let answer = ada.call(method.clone(), &path, body).await;
        assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text);
        assert!(
            !answer.text.contains("secret"),
            "{method} {path}: {}",
            answer.text
        );
    }
    let in_body = [
        (
            Method::POST,
            "/v1/tasks".to_owned(),
            json!({"title": "x", "project_id": project}),
        ),
        (
            Method::POST,
            "/v1/tasks".to_owned(),
            json!({"title": "x", "parent_id": task}),
        ),
        (
            Method::POST,
            "/v1/tasks".to_owned(),
            json!({"title": "x", "section_id": section}),
        ),
        (
            Method::PATCH,
            format!("/v1/tasks/{own}"),
            json!({"project_id": project}),
        ),
        (
            Method::PATCH,
            format!("/v1/tasks/{own}"),
            json!({"section_id": section}),
        ),
        (
            Method::PATCH,
            format!("/v1/tasks/{own}"),
            json!({"parent_id": task}),
        ),
        (
            Method::PATCH,
            format!("/v1/tasks/{own}"),
            json!({"place": {"after": task}}),
        ),
        (
            Method::POST,
            "/v1/tasks/bulk".to_owned(),
            json!({"ids": [own, task], "action": {"kind": "complete"}}),
        ),
        (
            Method::POST,
            "/v1/sections".to_owned(),
            json!({"name": "x", "project_id": project}),
        ),
        (
            Method::POST,
            "/v1/projects".to_owned(),
            json!({"name": "x", "parent_id": project}),
        ),
        (
            Method::POST,
            "/v1/undo".to_owned(),
            json!({"change_id": change}),
        ),
        (
            Method::POST,
            "/v1/tokens".to_owned(),
            json!({"name": "x", "project_ids": [project]}),
        ),
        (
            Method::POST,
            "/v1/chat".to_owned(),
            json!({"message": "hello", "conversation": conversation}),
        ),
        (
            Method::POST,
            "/v1/chat/confirm".to_owned(),
            json!({"conversation": conversation, "token": "x", "accept": true}),
        ),
    ];
    for (method, path, body) in in_body {
        let answer = ada.call(method.clone(), &path, body.clone()).await;
        assert_eq!(
            answer.status, 404,
            "{method} {path} {body}: {}",
            answer.text
        );
    }
    // A number is one's own: the same number of another space is another task.
    let number = ada.get(&format!("/v1/tasks/{}", his.number)).await;
    assert!(
        number.status == 404 || number.json(200)["title"] == "mine",
        "{}",
        number.text
    );
    for path in [
        format!("/v1/tasks?project_id={project}"),
        format!("/v1/tasks?parent_id={task}"),
        "/v1/search?q=secret".to_owned(),
    ] {
        let answer = ada.get(&path).await;
        assert!(
            !answer.text.contains("secret plan"),
            "{path}: {}",
            answer.text
        );
    }
    for path in [
        "/v1/tasks?status=all",
        "/v1/overview",
        "/v1/history",
        "/v1/sync",
        "/v1/events",
        "/v1/sessions",
        "/v1/tokens",
        "/v1/assistants",
        "/v1/conversations",
        "/v1/notifications",
    ] {
        let request = ada
            .request(Method::GET, path)
            .header("accept", "application/json");
        let answer = server
            .send(request.body(axum::body::Body::empty()).unwrap())
            .await;
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        for foreign in [
            "secret plan",
            task,
            project,
            token,
            assistant,
            session,
            conversation,
        ] {
            assert!(
                !answer.text.contains(foreign),
                "{path} shows {foreign}: {}",
                answer.text
            );
        }
    }
    assert_eq!(everything(&bob).await, before);
}

async fn everything(person: &Person<'_>) -> Vec<Value> {
    let mut all = Vec::new();
    for path in [
        "/v1/tasks?status=all",
        "/v1/projects",
        "/v1/sections",
        "/v1/tags",
        "/v1/views",
        "/v1/conversations",
    ] {
        all.push(person.get(path).await.json(200));
    }
    all
}

#[tokio::test]
async fn what_is_anothers_is_not_there_on_sqlite() {
    story_of_two_people(TestApp::new().await).await;
}

#[tokio::test]
async fn what_is_anothers_is_not_there_on_postgres() {
    story_of_two_people(TestApp::on_postgres().await).await;
}
