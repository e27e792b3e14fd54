//! `/mcp`: who may come in, with what, from where; and what their changes are known as.

use axum::http::Method;
use domain::actor::Scope;
use serde_json::{Value, json};

use crate::support::{Answer, Person, TestApp};

const BOTH: (&str, &str) = ("accept", "application/json, text/event-stream");

fn message(method: &str, params: Value) -> Value {
    json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params })
}

fn call(tool: &str, args: Value) -> Value {
    message("tools/call", json!({ "name": tool, "arguments": args }))
}

/// Sends a message as a client of revision 2025-11-25.
async fn send(person: &Person<'_>, body: Value, headers: &[(&str, &str)]) -> Answer {
    let mut all = vec![
        BOTH,
        ("host", "localhost:8080"),
        ("mcp-protocol-version", "2025-11-25"),
    ];
    all.retain(|(name, _)| headers.iter().all(|(given, _)| given != name));
    all.extend_from_slice(headers);
    person.call_with(Method::POST, "/mcp", body, &all).await
}

async fn with_scope<'a>(person: &Person<'a>, scope: Scope) -> Person<'a> {
    Person {
        server: person.server,
        actor: person.actor.clone(),
        token: person.server.token(&person.actor, scope).await,
    }
}

#[tokio::test]
async fn a_change_of_an_assistant_is_done_once_and_known_as_its_own() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let body = call(
        "add_tasks",
        json!({ "text": "buy milk", "request_id": "r1" }),
    );
    let first = send(&ada, body.clone(), &[]).await.json(200);
    let again = send(&ada, body, &[]).await.json(200);
    let change = |answer: &Value| answer["result"]["structuredContent"]["change_id"].clone();
    assert!(change(&first).is_string(), "{first}");
    assert_eq!(change(&first), change(&again));
    let history = ada.get("/v1/history").await.json(200);
    assert_eq!(history["changes"][0]["via"], "mcp");
}

#[tokio::test]
async fn an_assistant_without_a_good_token_is_told_to_bring_one() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let nobody = Person {
        server: &server,
        actor: ada.actor.clone(),
        token: "saydo_pat_x".to_owned(),
    };
    let answer = send(&nobody, call("get_overview", json!({})), &[]).await;
    answer.problem(401, "unauthenticated");
    assert!(answer.header("www-authenticate").starts_with("Bearer "));
}

#[tokio::test]
async fn a_cookie_opens_nothing_here() {
    let server = TestApp::new().await;
    let cookie = crate::browsers::signed_in(&server).await;
    let request = axum::http::Request::post("/mcp")
        .header("cookie", cookie)
        .header("sec-fetch-site", "same-origin")
        .header("content-type", "application/json")
        .header("host", "localhost")
        .header(BOTH.0, BOTH.1)
        .body(axum::body::Body::from(
            call("get_overview", json!({})).to_string(),
        ))
        .unwrap();
    server.send(request).await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_reading_token_reads_and_learns_which_scope_writing_needs() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let reader = with_scope(&ada, Scope::Read).await;
    send(&reader, message("tools/list", json!({})), &[])
        .await
        .json(200);
    send(&reader, call("get_overview", json!({})), &[])
        .await
        .json(200);
    for tool in agent::tools::list() {
        let reads = tool.effect == agent::tools::Effect::Reads;
        let answer = send(&reader, call(tool.name, json!({})), &[]).await;
        if reads {
            answer.json(200);
        } else {
            answer.problem(403, "insufficient_scope");
            let challenge = answer.header("www-authenticate");
            assert!(challenge.contains("scope=\"tasks:write\""), "{challenge}");
        }
    }
    assert_eq!(ada.get("/v1/history").await.json(200)["changes"], json!([]));
}

#[tokio::test]
async fn only_known_hosts_and_origins_are_answered() {
    let server = TestApp::with(|options| {
        options.public_url = Some("https://todo.example.org".to_owned());
        options.mcp_hosts = vec!["inner:8002".to_owned()];
        options.mcp_origins = vec!["https://assistant.example".to_owned()];
    })
    .await;
    let ada = server.person("ada").await;
    let list = || message("tools/list", json!({}));
    for (headers, status) in [
        (&[("host", "todo.example.org")][..], 200),
        (&[("host", "127.0.0.1:8080")], 200),
        (&[("host", "inner:8002")], 200),
        (&[("host", "inner:9999")], 403),
        (&[("host", "evil.example")], 403),
        (&[("host", "todo.example.org.evil.example")], 403),
        (&[("origin", "https://todo.example.org")], 200),
        (&[("origin", "https://assistant.example")], 200),
        (&[("origin", "http://localhost:3000")], 200),
        (&[("origin", "http://todo.example.org")], 403),
        (&[("origin", "https://assistant.example:444")], 403),
        (&[("origin", "https://evil.example")], 403),
        (&[("origin", "null")], 403),
    ] {
        let answer = send(&ada, list(), headers).await;
        if status == 403 {
            answer.problem(403, "wrong_host");
        } else {
            answer.json(status);
        }
    }
}

#[tokio::test]
async fn a_message_that_is_none_is_refused_and_changes_nothing() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    for body in [
        json!({}),
        json!([]),
        json!("x"),
        json!({ "jsonrpc": "2.0", "id": 1 }),
    ] {
        let answer = send(&ada, body, &[]).await;
        assert!(answer.status.is_client_error(), "{answer:?}");
    }
    let wrong = send(
        &ada,
        message("tools/list", json!({})),
        &[("mcp-protocol-version", "1")],
    )
    .await;
    assert_eq!(wrong.status.as_u16(), 400, "{}", wrong.text);
    let get = ada.get("/mcp").await;
    assert!(get.status.is_client_error(), "{get:?}");
}

#[tokio::test]
async fn tenants_never_meet_over_mcp() {
    let server = TestApp::new().await;
    let (ada, bob) = (server.person("ada").await, server.person("bob").await);
    let task = ada.task("secret plan").await;
    let id = task["id"].as_str().unwrap();
    let uri = format!("saydo://task/{id}");
    let read = send(&bob, message("resources/read", json!({ "uri": uri })), &[]).await;
    assert!(!read.text.contains("secret plan"), "{}", read.text);
    let found = send(&bob, call("find_tasks", json!({ "ids": [id] })), &[]).await;
    assert!(
        found.json(200)["result"]["isError"] == true,
        "{}",
        found.text
    );
}

#[tokio::test]
async fn a_session_belongs_to_the_one_who_began_it() {
    let server = TestApp::with(|options| options.mcp_sessions = true).await;
    let (ada, bob) = (server.person("ada").await, server.person("bob").await);
    let hello = json!({
        "protocolVersion": "2025-11-25", "capabilities": {},
        "clientInfo": { "name": "test", "version": "1" },
    });
    let begun = send(&ada, message("initialize", hello), &[]).await;
    let session = begun.header("mcp-session-id").to_owned();
    assert!(!session.is_empty(), "{begun:?}");
    let headers = [("mcp-session-id", session.as_str())];
    let stolen = send(&bob, message("tools/list", json!({})), &headers).await;
    stolen.problem(404, "not_found");
}
