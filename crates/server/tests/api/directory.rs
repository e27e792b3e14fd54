//! Projects, sections, tags and saved views.

use serde_json::{Value, json};

use crate::support::TestApp;

#[tokio::test]
async fn each_kind_is_added_listed_changed_and_deleted() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let project = ada
        .post("/v1/projects", json!({"name": "House"}))
        .await
        .json(201)["project"]
        .clone();
    let kinds = [
        (
            "projects",
            "project",
            json!({"name": "Garden", "colour": "#00aa00"}),
            json!({"name": "Yard", "archived": true}),
        ),
        (
            "sections",
            "section",
            json!({"name": "Kitchen", "project_id": project["id"]}),
            json!({"name": "Bath"}),
        ),
        (
            "tags",
            "tag",
            json!({"name": "phone", "colour": "#ff0000"}),
            json!({"colour": null}),
        ),
        (
            "views",
            "view",
            json!({"name": "Now", "filter": "today & p1"}),
            json!({"sort": "due,-priority"}),
        ),
    ];
    for (plural, one, new, change) in kinds {
        let path = format!("/v1/{plural}");
        let added = ada.post(&path, new.clone()).await.json(201);
        assert!(added["change_id"].is_string(), "{added}");
        assert_eq!(added[one]["name"], new["name"]);
        ada.post(&path, new).await.problem_at(409, "taken", "/name");
        let path = format!("{path}/{}", added[one]["id"].as_str().unwrap());
        let changed = ada.patch(&path, change.clone()).await.json(200);
        for (field, value) in change.as_object().unwrap() {
            assert_eq!(changed[one][field], *value, "{plural} {field}");
        }
        let list = ada.get(&format!("/v1/{plural}")).await.json(200);
        let is_listed = |list: &Value| {
            list[plural]
                .as_array()
                .unwrap()
                .iter()
                .any(|row| row["id"] == added[one]["id"])
        };
        assert!(is_listed(&list), "{list}");
        ada.delete(&path).await.json(200);
        assert!(
            !is_listed(&ada.get(&format!("/v1/{plural}")).await.json(200)),
            "{plural}"
        );
        ada.patch(&path, json!({})).await.problem(404, "not_found");
        ada.post("/v1/undo", json!({})).await.json(200);
        assert!(
            is_listed(&ada.get(&format!("/v1/{plural}")).await.json(200)),
            "{plural}"
        );
    }
}

#[tokio::test]
async fn a_saved_view_must_hold_a_filter_that_reads() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.post("/v1/views", json!({"name": "Now", "filter": "(today"}))
        .await
        .problem_at(422, "invalid_field", "/filter");
    let sorted = json!({"name": "Now", "filter": "today", "sort": "banana"});
    ada.post("/v1/views", sorted)
        .await
        .problem_at(422, "invalid_field", "/sort");
    ada.post("/v1/views", json!({"name": "Now"}))
        .await
        .problem_at(422, "invalid_field", "/filter");
    ada.post("/v1/projects", json!({}))
        .await
        .problem_at(422, "invalid_field", "/name");
}
