//! The same request twice is carried out once.

use axum::http::Method;
use serde_json::json;

use crate::support::TestApp;

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
