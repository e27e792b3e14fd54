//! What logs never hold: titles, messages, tokens, addresses.

use axum::http::Method;
use secrecy::ExposeSecret as _;
use serde_json::json;

use crate::support::{LogTap, PASSWORD, TestApp};

#[tokio::test]
async fn logs_hold_neither_titles_nor_messages_nor_secrets() {
    let tap = LogTap::open();
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada.task("planted-title").await;
    let path = format!("/v1/tasks/{}", task["id"].as_str().unwrap());
    ada.patch(&path, json!({"notes": "planted-notes"}))
        .await
        .json(200);
    ada.patch(&path, json!({"title": "planted-title", "planted-field": 1}))
        .await
        .json(422);
    ada.get("/v1/search?q=planted-words").await.json(200);
    ada.get("/v1/tasks?filter=planted-filter").await;
    ada.post("/v1/chat", json!({"message": "add planted-message"}))
        .await;
    let wrong = json!({"email": "ada@example.org", "password": "planted-password"});
    server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(wrong))
        .await
        .json(401);
    let right = json!({"email": "ada@example.org", "password": PASSWORD});
    let cookie = server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(right))
        .await
        .cookie();
    let link = server.app.create_link(&ada.actor).await.unwrap();
    let path = format!("/sign-in/link?token={}", link.expose_secret());
    server.anonymous(Method::GET, &path, None).await;

    let log = tap.close();
    assert!(log.contains("request served"), "{log}");
    let session = cookie.split('=').nth(1).unwrap();
    let secrets = [
        "planted",
        PASSWORD,
        &ada.token,
        session,
        link.expose_secret(),
        "example.org",
        "192.0.2.1",
    ];
    for secret in secrets {
        let line = log.lines().find(|line| line.contains(secret));
        assert!(line.is_none(), "{secret}: {}", line.unwrap_or_default());
    }
}
