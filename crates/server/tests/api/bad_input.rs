//! Everything that callers get wrong: named precisely, and without effect.

use axum::body::Body;
use axum::http::Method;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

#[tokio::test]
async fn a_body_that_is_no_json_is_refused() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let raw = async |body: &'static str, kind: &str| -> Answer {
        let request = ada
            .request(Method::POST, "/v1/tasks")
            .header("content-type", kind);
        server.send(request.body(Body::from(body)).unwrap()).await
    };
    raw("{", "application/json")
        .await
        .problem(400, "invalid_json");
    raw("title=x", "application/x-www-form-urlencoded")
        .await
        .problem(415, "wrong_content_type");
    raw("{\"title\": \"x\"}", "text/plain")
        .await
        .problem(415, "wrong_content_type");
    raw("{\"title\": \"x\"} trailing", "application/json")
        .await
        .problem(400, "invalid_json");
    raw("[]", "application/json")
        .await
        .problem_at(422, "invalid_field", "");
    let compressed = ada
        .request(Method::POST, "/v1/tasks")
        .header("content-type", "application/json")
        .header("content-encoding", "gzip");
    let compressed = compressed.body(Body::from("{\"title\": \"x\"}")).unwrap();
    server
        .send(compressed)
        .await
        .problem(415, "wrong_content_type");
    raw("", "application/json")
        .await
        .problem_at(422, "invalid_field", "/title");
}

#[tokio::test]
async fn a_wrong_field_is_named_by_its_pointer() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let cases = [
        (
            json!({"title": "x", "titel": "y"}),
            "unknown_field",
            "/titel",
        ),
        (
            json!({"tasks": [{"title": "x"}, {"title": "y", "pirority": "high"}]}),
            "unknown_field",
            "/tasks/1/pirority",
        ),
        (json!({"title": 5}), "invalid_field", "/title"),
        (
            json!({"title": "x", "due": "9999-12-31"}),
            "invalid_field",
            "/due",
        ),
        (
            json!({"title": "x", "deadline": "9001-01-01"}),
            "invalid_field",
            "/deadline",
        ),
        (
            json!({"title": "x", "duration_minutes": 0}),
            "invalid_field",
            "/duration_minutes",
        ),
        (
            json!({"title": "x", "reminders": [i32::MAX]}),
            "invalid_field",
            "/reminders/0",
        ),
        (
            json!({"title": "x", "completed_at": "2020-01-01T00:00:00Z"}),
            "invalid_field",
            "/completed_at",
        ),
        (
            json!({"title": "x", "rule": {"mode": "schedule"}}),
            "invalid_field",
            "/rule",
        ),
        (json!({"tasks": []}), "invalid_field", "/tasks"),
        (json!({"title": ""}), "invalid_field", "/title"),
        (json!({"title": "x".repeat(501)}), "invalid_field", "/title"),
        (
            json!({"title": "x", "priority": "huge"}),
            "invalid_field",
            "/priority",
        ),
        (
            json!({"title": "x", "due": "2026-02-30"}),
            "invalid_field",
            "/due",
        ),
        (
            json!({"title": "x", "due": {"kind": "day", "date": "2026-12-01", "hour": 4}}),
            "unknown_field",
            "/due/hour",
        ),
        (
            json!({"title": "x", "due": "when pigs fly"}),
            "not_understood",
            "/due",
        ),
        (
            json!({"title": "x", "due": "2026-12-01", "rule": "FREQ=SECONDLY"}),
            "invalid_field",
            "/rule",
        ),
        (
            json!({"title": "x", "reminders": [{"anchor": "due"}]}),
            "invalid_field",
            "/reminders/0",
        ),
        (
            json!({"title": "x", "project": "a", "project_id": "0190f6a0-0000-7000-8000-000000000000"}),
            "invalid_field",
            "/project_id",
        ),
        (json!({"text": "x", "title": "y"}), "invalid_field", "/text"),
        (
            json!({"tasks": [{"text": "x"}]}),
            "invalid_field",
            "/tasks/0/text",
        ),
    ];
    for (body, code, pointer) in cases {
        ada.post("/v1/tasks", body)
            .await
            .problem_at(422, code, pointer);
    }
    assert_eq!(ada.get("/v1/tasks").await.json(200)["tasks"], json!([]));
    let misspelt = ada
        .post("/v1/tasks", json!({"titel": "x"}))
        .await
        .problem(422, "unknown_field");
    assert_eq!(misspelt["suggestion"], "title");
}

#[tokio::test]
async fn too_much_is_refused_before_it_is_read() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.post(
        "/v1/tasks",
        json!({"title": "x", "notes": "n".repeat(1024 * 1024)}),
    )
    .await
    .problem(413, "too_large");
    let mut deep = json!("x");
    for _ in 0..100 {
        deep = json!([deep]);
    }
    ada.post("/v1/tasks", json!({"title": deep}))
        .await
        .problem(400, "too_deep");
    let many: Vec<Value> = (0..501)
        .map(|number| json!({"title": number.to_string()}))
        .collect();
    ada.post("/v1/tasks", json!({"tasks": many}))
        .await
        .problem(422, "too_many");
    let ids: Vec<&str> = vec!["0190f6a0-0000-7000-8000-000000000000"; 501];
    ada.post(
        "/v1/tasks/bulk",
        json!({"ids": ids, "action": {"kind": "complete"}}),
    )
    .await
    .problem(422, "too_many");
}

#[tokio::test]
async fn a_bulk_action_on_no_task_is_refused() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let action = json!({"kind": "complete"});
    for body in [
        json!({"ids": [], "action": action}),
        json!({"action": action}),
        json!({"ids": [], "filter": "p1", "action": action}),
    ] {
        ada.post("/v1/tasks/bulk", body)
            .await
            .problem_at(422, "invalid_field", "/ids");
    }
}

#[tokio::test]
async fn a_wrong_parameter_is_named() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    for (query, parameter) in [
        ("limit=0", "limit"),
        ("limit=201", "limit"),
        ("limit=many", "limit"),
        ("colour=red", "colour"),
        ("cursor=nonsense", "cursor"),
    ] {
        let problem = ada
            .get(&format!("/v1/tasks?{query}"))
            .await
            .problem(400, "invalid_parameter");
        assert_eq!(problem["errors"][0]["parameter"], parameter, "{problem}");
    }
    let problem = ada
        .get("/v1/tasks?filter=priority%20%3E%3D%20hihg")
        .await
        .problem(400, "invalid_filter");
    assert_eq!(problem["position"], 12);
    assert!(
        problem["suggestion"].as_str().unwrap().contains("high"),
        "{problem}"
    );
}

#[tokio::test]
async fn wrong_headers_methods_and_paths_are_problems_too() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let call = async |headers: &[(&str, &str)]| {
        ada.call_with(Method::POST, "/v1/tasks", json!({"title": "x"}), headers)
            .await
    };
    call(&[("idempotency-key", "")])
        .await
        .problem(400, "invalid_header");
    call(&[("if-match", "3")])
        .await
        .problem(400, "invalid_header");
    let put = ada.call(Method::PUT, "/v1/tasks", json!({})).await;
    put.problem(405, "method_not_allowed");
    assert!(put.header("allow").contains("POST"), "{put:?}");
    ada.get("/v1/nothing").await.problem(404, "not_found");
    ada.get("/v1/tasks/not-an-id")
        .await
        .problem(404, "not_found");
    ada.patch("/v1/projects/7", json!({}))
        .await
        .problem(404, "not_found");
}

#[tokio::test]
async fn nobody_reads_or_writes_without_a_proof() {
    let server = TestApp::new().await;
    let document = server::document();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            if operation.get("security").is_some() {
                continue;
            }
            let path = path.replace("{id}", "0190f6a0-0000-7000-8000-000000000000");
            let method: Method = method.to_uppercase().parse().unwrap();
            let answer = server
                .anonymous(method.clone(), &path, Some(json!({})))
                .await;
            assert_eq!(answer.status, 401, "{method} {path}: {}", answer.text);
            answer.problem(401, "unauthenticated");
        }
    }
}

#[tokio::test]
async fn too_many_requests_are_told_when_to_come_back() {
    let server = TestApp::with(|options| {
        options.actor_requests_per_minute = std::num::NonZeroU32::new(3);
        options.sign_in_requests_per_minute = std::num::NonZeroU32::new(2);
    })
    .await;
    let ada = server.person("ada").await;
    let first = ada.get("/v1/me").await;
    assert_eq!(first.header("ratelimit"), "\"actor\";r=2;t=60");
    assert_eq!(first.header("ratelimit-policy"), "\"actor\";q=3;w=60");
    ada.get("/v1/me").await.json(200);
    ada.get("/v1/me").await.json(200);
    let refused = ada.get("/v1/me").await;
    refused.problem(429, "rate_limited");
    assert!(refused.header("retry-after").parse::<u64>().unwrap() >= 1);
    // Somebody else is not kept waiting.
    server.person("bob").await.get("/v1/me").await.json(200);

    let guess = || json!({"email": "eve@example.org", "password": "x"});
    for status in [401, 401, 429] {
        let answer = server
            .anonymous(Method::POST, "/v1/auth/sign-in", Some(guess()))
            .await;
        assert_eq!(answer.status.as_u16(), status);
    }
}

#[tokio::test]
async fn a_title_is_never_taken_away() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.task("x").await;
    ada.patch("/v1/tasks/1", json!({"title": null}))
        .await
        .problem_at(422, "invalid_field", "/title");
}

#[tokio::test]
async fn a_parameter_that_cannot_be_is_named_without_our_types() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    for (query, parameter, words) in [
        ("limit=-1", "limit", "a whole number"),
        ("limit=99999999999999", "limit", "too large"),
        ("limit=1&limit=2", "limit", "given twice"),
        ("status=opn", "status", "open, done, trash or all"),
        ("project_id=x", "project_id", "no id"),
        ("sort=banana", "sort", "cannot be sorted"),
    ] {
        let answer = ada.get(&format!("/v1/tasks?{query}")).await;
        let problem = answer.problem(400, "invalid_parameter");
        assert_eq!(problem["errors"][0]["parameter"], parameter, "{query}");
        assert!(
            problem["detail"].as_str().unwrap().contains(words),
            "{problem}"
        );
    }
}

#[tokio::test]
async fn reminders_in_words_count_from_any_date_or_name_an_instant() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let words = json!([
        "a day before deadline",
        "2 hours before the start",
        "2026-12-24T09:00:00Z"
    ]);
    let task = ada
        .add(json!({"title": "x", "start": "2026-12-01", "deadline": "2026-12-24", "reminders": words}))
        .await;
    let reminders = task["reminders"].as_array().unwrap();
    let anchors: Vec<_> = reminders.iter().map(|it| it["anchor"].as_str()).collect();
    assert_eq!(anchors, [Some("deadline"), Some("start"), None]);
    assert_eq!(reminders[0]["minutes_before"], 24 * 60);
    assert_eq!(reminders[2]["at"], "2026-12-24T09:00:00Z");
}
