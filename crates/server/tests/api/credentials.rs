//! Tokens: made, shown once, limited, revoked.

use axum::http::Method;
use domain::actor::Scope;
use jiff::SignedDuration;
use serde_json::json;

use crate::support::{Person, TestApp};

#[tokio::test]
async fn a_token_is_shown_once_and_works_until_it_is_revoked() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let made = ada
        .post(
            "/v1/tokens",
            json!({"name": "laptop", "scope": "tasks:write"}),
        )
        .await
        .json(201);
    let secret = made["token"].as_str().unwrap().to_owned();
    assert!(secret.starts_with("saydo_pat_"), "{secret}");
    let list = ada.get("/v1/tokens").await;
    assert!(!list.text.contains(&secret));
    assert_eq!(list.json(200)["tokens"][0]["name"], "laptop");

    let laptop = Person {
        server: &server,
        actor: ada.actor.clone(),
        token: secret,
    };
    laptop.task("from the laptop").await;
    let path = format!("/v1/tokens/{}", made["id"].as_str().unwrap());
    ada.delete(&path).await.json(204);
    laptop
        .get("/v1/tasks")
        .await
        .problem(401, "unauthenticated");
    ada.delete(&path).await.problem(404, "not_found");
}

#[tokio::test]
async fn a_scope_allows_what_it_says_and_no_more() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada.task("rent").await;
    let path = format!("/v1/tasks/{}", task["id"].as_str().unwrap());
    let with = async |scope| Person {
        server: &server,
        actor: ada.actor.clone(),
        token: server.token(&ada.actor, scope).await,
    };
    let reader = with(Scope::Read).await;
    reader.get(&path).await.json(200);
    reader
        .patch(&path, json!({"title": "x"}))
        .await
        .problem(403, "forbidden");
    reader.delete(&path).await.problem(403, "forbidden");
    reader
        .post("/v1/tasks", json!({"text": "milk"}))
        .await
        .problem(403, "forbidden");
    reader.get("/v1/tokens").await.problem(403, "forbidden");
    let writer = with(Scope::Write).await;
    writer.patch(&path, json!({"title": "x"})).await.json(200);
    for (method, path) in [
        (Method::GET, "/v1/tokens"),
        (Method::GET, "/v1/sessions"),
        (Method::DELETE, "/v1/sessions"),
        (Method::POST, "/v1/invites"),
        (Method::PATCH, "/v1/me"),
    ] {
        writer
            .call(method, path, json!({}))
            .await
            .problem(403, "forbidden");
    }
    writer
        .post(
            "/v1/tokens",
            json!({"name": "more", "scope": "tasks:admin"}),
        )
        .await
        .problem(403, "forbidden");
}

#[tokio::test]
async fn a_token_ends_when_it_was_said_to() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let past = json!({"name": "old", "expires_at": "2026-11-20T09:00:00Z"});
    ada.post("/v1/tokens", past)
        .await
        .problem_at(422, "invalid_field", "/expires_at");
    let made = ada
        .post(
            "/v1/tokens",
            json!({"name": "short", "expires_at": "2026-11-20T11:00:00Z"}),
        )
        .await
        .json(201);
    let short = Person {
        server: &server,
        actor: ada.actor.clone(),
        token: made["token"].as_str().unwrap().to_owned(),
    };
    server.clock.advance(SignedDuration::from_hours(1));
    short.get("/v1/me").await.problem(401, "unauthenticated");
}

#[tokio::test]
async fn a_token_limited_to_a_project_sees_no_other() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let project = ada
        .post("/v1/projects", json!({"name": "House"}))
        .await
        .json(201)["project"]["id"]
        .clone();
    let inside = ada
        .add(json!({"title": "inside", "project_id": project}))
        .await;
    let outside = ada.task("outside").await;
    let made = ada
        .post(
            "/v1/tokens",
            json!({"name": "house", "project_ids": [project]}),
        )
        .await
        .json(201);
    let limited = Person {
        server: &server,
        actor: ada.actor.clone(),
        token: made["token"].as_str().unwrap().to_owned(),
    };
    let list = limited.get("/v1/tasks").await.json(200);
    assert_eq!(list["tasks"].as_array().unwrap().len(), 1);
    limited
        .get(&format!("/v1/tasks/{}", inside["id"].as_str().unwrap()))
        .await
        .json(200);
    limited
        .get(&format!("/v1/tasks/{}", outside["id"].as_str().unwrap()))
        .await
        .problem(404, "not_found");
    let foreign = json!({"name": "x", "project_ids": ["0190f6a0-0000-7000-8000-000000000000"]});
    ada.post("/v1/tokens", foreign)
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn a_disabled_account_is_refused_at_once_everywhere() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.get("/v1/me").await.json(200);
    server
        .app
        .set_disabled("ada@example.org", true)
        .await
        .unwrap();
    ada.get("/v1/me").await.problem(401, "unauthenticated");
    let body = json!({"email": "ada@example.org", "password": crate::support::PASSWORD});
    let sign_in = || server.anonymous(Method::POST, "/v1/auth/sign-in", Some(body.clone()));
    sign_in().await.problem(401, "wrong_credentials");
    server
        .app
        .set_disabled("ada@example.org", false)
        .await
        .unwrap();
    ada.get("/v1/me").await.json(200);
    sign_in().await.json(200);
}

#[tokio::test]
async fn a_reset_password_ends_every_session() {
    let server = TestApp::new().await;
    server.person("ada").await;
    let body = json!({"email": "ada@example.org", "password": crate::support::PASSWORD});
    let cookie = server
        .anonymous(Method::POST, "/v1/auth/sign-in", Some(body))
        .await
        .cookie();
    server
        .app
        .reset_password("ada@example.org", "quartz-lantern-sieve-04".into())
        .await
        .unwrap();
    crate::browsers::get(&server, "/v1/me", &cookie)
        .await
        .problem(401, "unauthenticated");
    assert!(
        server
            .app
            .reset_password("bob@example.org", "quartz-lantern-sieve-04".into())
            .await
            .is_err()
    );
}
