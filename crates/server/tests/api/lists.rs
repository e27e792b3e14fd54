//! Lists, filters, pages, search, the overview, and what a text means.

use serde_json::{Value, json};

use crate::support::{Person, TestApp};

fn titles(page: &Value) -> Vec<&str> {
    page["tasks"]
        .as_array()
        .unwrap()
        .iter()
        .map(|task| task["title"].as_str().unwrap())
        .collect()
}

async fn filled(person: &Person<'_>) {
    let tasks = json!({"tasks": [
        {"title": "pay rent", "due": "2026-11-20", "priority": "high", "tags": ["home"]},
        {"title": "buy milk", "due": "2026-11-21", "tags": ["errands"]},
        {"title": "call the dentist", "priority": "high"},
        {"title": "old bill", "due": "2026-11-01"},
    ]});
    person.post("/v1/tasks", tasks).await.json(201);
}

#[tokio::test]
async fn lists_are_filtered_sorted_and_paged() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    filled(&ada).await;
    let list = async |query: &str| ada.get(&format!("/v1/tasks?{query}")).await.json(200);
    assert_eq!(
        titles(&list("").await),
        ["old bill", "pay rent", "buy milk", "call the dentist"]
    );
    assert_eq!(titles(&list("filter=today").await), ["pay rent"]);
    assert_eq!(titles(&list("filter=overdue").await), ["old bill"]);
    assert_eq!(titles(&list("filter=%23errands").await), ["buy milk"]);
    assert_eq!(
        titles(&list("filter=priority%20%3E%3D%20high&sort=-due").await).len(),
        2
    );
    let first = list("limit=3").await;
    let cursor = first["next_cursor"].as_str().unwrap();
    let second = list(&format!("limit=3&cursor={cursor}")).await;
    assert_eq!(titles(&second), ["call the dentist"]);
    assert_eq!(second["next_cursor"], Value::Null);
    let done = ada.get("/v1/search?q=milk").await.json(200)["tasks"][0]["id"].clone();
    ada.post(
        &format!("/v1/tasks/{}/complete", done.as_str().unwrap()),
        json!({}),
    )
    .await
    .json(200);
    assert_eq!(titles(&list("status=done").await), ["buy milk"]);
    assert_eq!(titles(&list("status=all").await).len(), 4);
}

#[tokio::test]
async fn search_finds_beginnings_of_words_without_regard_to_accents() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    filled(&ada).await;
    ada.add(json!({"title": "Café crème", "notes": "with the neighbours"}))
        .await;
    let found = async |words: &str| ada.get(&format!("/v1/search?q={words}")).await.json(200);
    assert_eq!(titles(&found("dent").await), ["call the dentist"]);
    assert_eq!(titles(&found("cafe").await), ["Café crème"]);
    assert_eq!(titles(&found("neighb").await), ["Café crème"]);
    assert!(titles(&found("nothing").await).is_empty());
    ada.get("/v1/search")
        .await
        .problem(400, "invalid_parameter");
}

#[tokio::test]
async fn the_overview_counts_what_a_sidebar_shows() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    filled(&ada).await;
    let overview = ada.get("/v1/overview").await.json(200);
    assert_eq!(
        overview["counts"],
        json!({"today": 1, "overdue": 1, "due": 2, "inbox": 4, "upcoming": 1, "open": 4})
    );
    assert_eq!(overview["projects"][0]["name"], "Inbox");
    assert_eq!(overview["projects"][0]["open_count"], 4);
    assert_eq!(overview["today"], "2026-11-20");
    assert_eq!(overview["user"]["name"], "ada");
    assert_eq!(overview["zone"], "Europe/Berlin");
}

#[tokio::test]
async fn a_text_is_understood_without_being_done() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let parsed = ada
        .post(
            "/v1/parse",
            json!({"text": "pay rent tomorrow #home", "mode": "add"}),
        )
        .await
        .json(200);
    assert_eq!(parsed["tasks"][0]["title"], "pay rent");
    assert_eq!(parsed["tasks"][0]["due"]["date"], "2026-11-21");
    let kinds: Vec<&str> = parsed["spans"]
        .as_array()
        .unwrap()
        .iter()
        .map(|span| span["kind"].as_str().unwrap())
        .collect();
    assert!(
        kinds.contains(&"due") && kinds.contains(&"tag"),
        "{kinds:?}"
    );
    let any = ada
        .post(
            "/v1/parse",
            json!({"text": "what is due today?", "mode": "any"}),
        )
        .await
        .json(200);
    assert_eq!(any["mode"], "any");
    assert_eq!(ada.get("/v1/tasks").await.json(200)["tasks"], json!([]));
    ada.post("/v1/parse", json!({"text": "x".repeat(2_001)}))
        .await
        .problem(422, "not_understood");
    ada.post("/v1/parse", json!({"text": "x", "mode": "guess"}))
        .await
        .problem_at(422, "invalid_field", "/mode");
}

#[tokio::test]
async fn a_copy_catches_up_from_where_it_was() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    filled(&ada).await;
    let whole = ada.get("/v1/sync").await.json(200);
    assert_eq!(whole["full"], true);
    assert_eq!(titles(&whole).len(), 4);
    let task = ada.task("new").await;
    let gone = whole["tasks"][0]["id"].as_str().unwrap();
    ada.delete(&format!("/v1/tasks/{gone}")).await.json(200);
    let after = match &whole["next_after"] {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let delta = ada.get(&format!("/v1/sync?after={after}")).await.json(200);
    assert_eq!(delta["full"], false);
    assert_eq!(delta["tasks"][0]["id"], task["id"]);
    assert_eq!(delta["removed"], json!([gone]));
    ada.get("/v1/sync?after=nonsense")
        .await
        .problem(400, "invalid_parameter");
}
