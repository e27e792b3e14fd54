//! Browsers: the cookie, the link that signs in, and pages of other sites.

use axum::body::Body;
use axum::http::{Method, Request};
use jiff::SignedDuration;
use secrecy::ExposeSecret as _;
use serde_json::{Value, json};

use crate::support::{Answer, TestApp};

/// What our own pages send.
pub(crate) async fn post(server: &TestApp, path: &str, cookie: &str, body: Value) -> Answer {
    send(
        server,
        Method::POST,
        path,
        cookie,
        body,
        &[("sec-fetch-site", "same-origin")],
    )
    .await
}

pub(crate) async fn get(server: &TestApp, path: &str, cookie: &str) -> Answer {
    let request = Request::builder()
        .uri(path)
        .header("cookie", cookie)
        .body(Body::empty())
        .unwrap();
    server.send(request).await
}

async fn send(
    server: &TestApp,
    method: Method,
    path: &str,
    cookie: &str,
    body: Value,
    headers: &[(&str, &str)],
) -> Answer {
    let mut request = Request::builder()
        .method(method)
        .uri(path)
        .header("cookie", cookie);
    if !headers.iter().any(|(name, _)| *name == "content-type") {
        request = request.header("content-type", "application/json");
    }
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    server
        .send(request.body(Body::from(body.to_string())).unwrap())
        .await
}

pub(crate) async fn signed_in(server: &TestApp) -> String {
    let owner = server.app.local_owner().await.unwrap();
    let link = server.app.create_link(&owner).await.unwrap();
    let path = format!("/sign-in/link?token={}", link.expose_secret());
    let answer = server.anonymous(Method::GET, &path, None).await;
    assert_eq!(answer.status, 303, "{}", answer.text);
    assert_eq!(answer.header("location"), "/");
    answer.cookie()
}

#[tokio::test]
async fn the_printed_link_signs_in_once_within_ten_minutes() {
    let server = TestApp::new().await;
    let owner = server.app.local_owner().await.unwrap();
    let link = server.app.create_link(&owner).await.unwrap();
    let path = format!("/sign-in/link?token={}", link.expose_secret());
    let cookie = server.anonymous(Method::GET, &path, None).await.cookie();
    assert_eq!(
        get(&server, "/v1/me", &cookie).await.json(200)["has_password"],
        false
    );

    let again = server.anonymous(Method::GET, &path, None).await;
    assert_eq!(again.status, 401);
    assert!(again.header("content-type").starts_with("text/html"));
    // The browser that is signed in already is led on.
    assert_eq!(get(&server, &path, &cookie).await.status, 303);

    let link = server.app.create_link(&owner).await.unwrap();
    server.clock.advance(SignedDuration::from_mins(10));
    let path = format!("/sign-in/link?token={}", link.expose_secret());
    assert_eq!(server.anonymous(Method::GET, &path, None).await.status, 401);
}

#[tokio::test]
async fn a_cookie_counts_only_for_our_own_pages() {
    let server = TestApp::new().await;
    let cookie = signed_in(&server).await;
    let task = || json!({"title": "x"});
    let attempts: &[(&[(&str, &str)], u16)] = &[
        (&[("sec-fetch-site", "same-origin")], 201),
        (
            &[
                ("origin", "https://todo.example.org"),
                ("host", "todo.example.org"),
            ],
            201,
        ),
        (&[("sec-fetch-site", "cross-site")], 403),
        (&[("sec-fetch-site", "same-site")], 403),
        (
            &[
                ("origin", "https://evil.example"),
                ("host", "todo.example.org"),
            ],
            403,
        ),
        (&[], 403),
        (
            &[
                ("sec-fetch-site", "same-origin"),
                ("content-type", "text/plain"),
            ],
            415,
        ),
    ];
    for (headers, status) in attempts {
        let answer = send(&server, Method::POST, "/v1/tasks", &cookie, task(), headers).await;
        assert_eq!(
            answer.status.as_u16(),
            *status,
            "{headers:?}: {}",
            answer.text
        );
    }
    let list = get(&server, "/v1/tasks", &cookie).await.json(200);
    assert_eq!(list["tasks"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_page_of_another_site_cannot_sign_a_browser_in() {
    let server = TestApp::new().await;
    server.person("ada").await;
    let request = Request::post("/v1/auth/sign-in")
        .header("content-type", "application/json")
        .header("sec-fetch-site", "cross-site")
        .body(Body::from(
            json!({"email": "ada@example.org", "password": crate::support::PASSWORD}).to_string(),
        ));
    server
        .send(request.unwrap())
        .await
        .problem(403, "cross_site");
}

#[tokio::test]
async fn a_bearer_token_is_never_helped_by_a_cookie() {
    let server = TestApp::new().await;
    let cookie = signed_in(&server).await;
    let request = Request::get("/v1/me")
        .header("cookie", cookie)
        .header("authorization", "Bearer saydo_pat_wrong");
    server
        .send(request.body(Body::empty()).unwrap())
        .await
        .problem(401, "unauthenticated");
}

#[tokio::test]
async fn on_https_the_cookie_is_bound_to_the_host() {
    let server =
        TestApp::with(|options| options.public_url = Some("https://todo.example.org".to_owned()))
            .await;
    let owner = server.app.local_owner().await.unwrap();
    let link = server.app.create_link(&owner).await.unwrap();
    let path = format!("/sign-in/link?token={}", link.expose_secret());
    let answer = server.anonymous(Method::GET, &path, None).await;
    let cookie = answer.header("set-cookie");
    assert!(
        cookie.starts_with("__Host-saydo=") && cookie.ends_with("; Secure"),
        "{cookie}"
    );
    let plain = answer.cookie().replace("__Host-saydo", "saydo");
    get(&server, "/v1/me", &plain)
        .await
        .problem(401, "unauthenticated");
    get(&server, "/v1/me", &answer.cookie()).await.json(200);
}

#[tokio::test]
async fn sessions_are_listed_and_ended_one_by_one_or_all_at_once() {
    let server = TestApp::new().await;
    let (one, two, three) = (
        signed_in(&server).await,
        signed_in(&server).await,
        signed_in(&server).await,
    );
    let sessions = get(&server, "/v1/sessions", &one).await.json(200)["sessions"].clone();
    let sessions = sessions.as_array().unwrap();
    assert_eq!(sessions.len(), 3);
    assert_eq!(
        sessions
            .iter()
            .filter(|session| session["current"] == true)
            .count(),
        1
    );

    let list = get(&server, "/v1/sessions", &two).await.json(200)["sessions"].clone();
    let current = list
        .as_array()
        .unwrap()
        .iter()
        .find(|session| session["current"] == true)
        .unwrap();
    let path = format!("/v1/sessions/{}", current["id"].as_str().unwrap());
    let own = &[("sec-fetch-site", "same-origin")];
    send(&server, Method::DELETE, &path, &one, json!({}), own)
        .await
        .json(204);
    get(&server, "/v1/me", &two)
        .await
        .problem(401, "unauthenticated");
    send(&server, Method::DELETE, &path, &one, json!({}), own)
        .await
        .problem(404, "not_found");

    send(
        &server,
        Method::DELETE,
        "/v1/sessions",
        &one,
        json!({}),
        own,
    )
    .await
    .json(204);
    get(&server, "/v1/me", &three)
        .await
        .problem(401, "unauthenticated");
    get(&server, "/v1/me", &one).await.json(200);

    post(&server, "/v1/auth/sign-out", &one, json!({}))
        .await
        .json(204);
    get(&server, "/v1/me", &one)
        .await
        .problem(401, "unauthenticated");
}

#[tokio::test]
async fn history_says_what_a_change_came_through() {
    let server = TestApp::new().await;
    let cookie = signed_in(&server).await;
    post(&server, "/v1/tasks", &cookie, json!({"title": "by hand"}))
        .await
        .json(201);
    let history = get(&server, "/v1/history", &cookie).await.json(200);
    assert_eq!(history["changes"][0]["via"], "ui");

    let ada = server.person("ada").await;
    ada.task("by token").await;
    ada.call_with(
        Method::POST,
        "/v1/tasks",
        json!({"title": "by terminal"}),
        &[("x-saydo-via", "cli")],
    )
    .await
    .json(201);
    let history = ada.get("/v1/history").await.json(200);
    let vias: Vec<&Value> = history["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| &change["via"])
        .collect();
    assert_eq!(vias, ["cli", "api"]);
    assert_eq!(history["changes"][0]["actor"]["credential_name"], "test");
}
