//! How tasks relate to each other, over REST.

use serde_json::{Value, json};

use crate::support::TestApp;

fn kinds(answer: &Value) -> Vec<(String, i64)> {
    let relations = answer["relations"].as_array().unwrap().iter();
    relations
        .map(|relation| {
            let kind = relation["kind"].as_str().unwrap().to_owned();
            (kind, relation["task"]["number"].as_i64().unwrap())
        })
        .collect()
}

async fn story_of_relations(server: TestApp) {
    let ada = server.person("ada").await;
    let mut tasks = Vec::new();
    for title in ["paint", "buy paint", "get money"] {
        tasks.push(ada.task(title).await["id"].as_str().unwrap().to_owned());
    }
    let relations = async |number: u32| {
        let path = format!("/v1/tasks/{number}/relations");
        kinds(&ada.get(&path).await.json(200))
    };
    let patch =
        async |number: u32, body: Value| ada.patch(&format!("/v1/tasks/{number}"), body).await;

    let changed = patch(1, json!({"blocked_by": [tasks[1]]})).await.json(200);
    assert_eq!(changed["tasks"][0]["blocked_by"], json!([tasks[1]]));
    let more = json!({"add_relations": [
        {"kind": "blocked_by", "task_id": tasks[2]},
        {"kind": "duplicated_by", "task_id": tasks[2]},
        {"kind": "relates_to", "task_id": tasks[0]},
    ]});
    patch(2, more).await.json(200);
    assert_eq!(
        relations(1).await,
        [("blocked_by".into(), 2), ("relates_to".into(), 2)]
    );
    assert_eq!(
        relations(2).await,
        [
            ("blocked_by".into(), 3),
            ("blocks".into(), 1),
            ("relates_to".into(), 1),
            ("duplicated_by".into(), 3),
        ]
    );
    assert_eq!(
        relations(3).await,
        [("blocks".into(), 2), ("duplicates".into(), 2)]
    );
    let blocked = ada
        .get("/v1/tasks?filter=blocked&sort=title")
        .await
        .json(200);
    assert_eq!(blocked["tasks"].as_array().unwrap().len(), 2);

    patch(3, json!({"blocked_by": [tasks[0]]}))
        .await
        .problem(409, "not_now");
    patch(
        3,
        json!({"add_relations": [{"kind": "eats", "task_id": tasks[0]}]}),
    )
    .await
    .problem_at(422, "invalid_field", "/add_relations/0/kind");
    let bob = server.person("bob").await;
    let foreign = bob.task("bread").await["id"].clone();
    patch(3, json!({"relates_to": [foreign]}))
        .await
        .problem(404, "not_found");

    ada.post("/v1/undo", json!({})).await.json(200);
    assert_eq!(relations(2).await, [("blocks".into(), 1)]);
    let history = ada.get("/v1/tasks/1/history").await.json(200);
    let events = history["changes"][0]["events"].as_array().unwrap();
    assert_eq!(events[0]["after"]["blocked_by"], json!([tasks[1]]));
    patch(
        2,
        json!({"remove_relations": [{"kind": "blocks", "task_id": tasks[0]}]}),
    )
    .await
    .json(200);
    assert_eq!(relations(1).await, []);
}

#[tokio::test]
async fn relations_are_seen_from_both_sides_on_sqlite() {
    story_of_relations(TestApp::new().await).await;
}

#[tokio::test]
async fn relations_are_seen_from_both_sides_on_postgres() {
    story_of_relations(TestApp::on_postgres().await).await;
}
