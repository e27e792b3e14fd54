//! Chat turns over HTTP, and the conversations that they leave.

use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

/// The chunks of a stream, which must end as the protocol says.
fn chunks(answer: &Answer) -> Vec<Value> {
    assert_eq!(answer.status, 200, "{}", answer.text);
    assert_eq!(answer.header("content-type"), "text/event-stream");
    assert_eq!(answer.header("x-vercel-ai-ui-message-stream"), "v1");
    let mut lines: Vec<&str> = answer
        .text
        .lines()
        .filter_map(|line| line.strip_prefix("data: "))
        .collect();
    assert_eq!(lines.pop(), Some("[DONE]"));
    lines
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[tokio::test]
async fn a_turn_streams_what_it_did_and_is_kept() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let turn = ada
        .post(
            "/v1/chat",
            json!({"message": "add buy milk tomorrow #errands"}),
        )
        .await;
    let stream = chunks(&turn);
    assert_eq!(stream.first().unwrap()["type"], "start");
    assert_eq!(stream.last().unwrap()["type"], "finish");
    let receipt = stream
        .iter()
        .find(|chunk| chunk["type"] == "data-receipt")
        .expect("a receipt");
    assert_eq!(receipt["data"]["tasks"][0]["title"], "buy milk");
    let note = stream
        .iter()
        .find(|chunk| chunk["type"] == "data-conversation")
        .expect("a conversation");
    let conversation = note["data"]["id"].as_str().unwrap();

    let path = format!("/v1/conversations/{conversation}");
    let kept = ada.get(&path).await.json(200);
    let roles: Vec<&Value> = kept["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|message| &message["role"])
        .collect();
    assert_eq!(roles, ["user", "assistant"]);
    let history = ada.get("/v1/history").await.json(200);
    assert_eq!(history["changes"][0]["via"], "chat");
    assert_eq!(history["changes"][0]["turn_id"], note["data"]["turn_id"]);

    let done = ada
        .post(
            "/v1/chat",
            json!({"message": "complete it", "conversation": conversation}),
        )
        .await;
    chunks(&done);
    assert_eq!(ada.get("/v1/tasks").await.json(200)["tasks"], json!([]));

    assert_eq!(
        ada.patch(&path, json!({"title": "Shopping"}))
            .await
            .json(200)["title"],
        "Shopping"
    );
    ada.patch(&path, json!({"title": ""}))
        .await
        .problem_at(422, "invalid_field", "/title");
    assert_eq!(
        ada.get("/v1/conversations?q=shop").await.json(200)["conversations"][0]["id"],
        conversation
    );
    ada.delete(&path).await.json(204);
    ada.get(&path).await.problem(404, "not_found");
}

#[tokio::test]
async fn the_same_message_sent_twice_is_answered_once() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let message = json!({"message": "add buy milk", "request_id": "m-1"});
    let first = ada.post("/v1/chat", message.clone()).await;
    chunks(&first);
    chunks(&ada.post("/v1/chat", message).await);
    assert_eq!(
        ada.get("/v1/tasks").await.json(200)["tasks"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
    let other = json!({"message": "add buy bread", "request_id": "m-1"});
    ada.post("/v1/chat", other)
        .await
        .problem(422, "request_reused");
}

#[tokio::test]
async fn a_message_that_cannot_be_is_refused_before_the_stream() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    assert_eq!(
        ada.post("/v1/chat", json!({"message": ""})).await.status,
        422
    );
    ada.post("/v1/chat", json!({}))
        .await
        .problem_at(422, "invalid_field", "/message");
    ada.post("/v1/chat", json!({"message": "hi", "model": "x"}))
        .await
        .problem_at(422, "unknown_field", "/model");
}
