//! What those who run saydo see: health, metrics, the description, the web app's page.

use axum::body::Body;
use axum::http::{Method, Request};

use crate::support::TestApp;

#[tokio::test]
async fn health_is_told_without_a_proof() {
    let server = TestApp::new().await;
    for path in ["/livez", "/readyz", "/ready", "/health"] {
        assert_eq!(
            server.anonymous(Method::GET, path, None).await.json(200)["status"],
            "ok",
            "{path}"
        );
    }
    server.app.close().await;
    assert_eq!(
        server.anonymous(Method::GET, "/livez", None).await.status,
        200
    );
    assert_eq!(
        server.anonymous(Method::POST, "/livez", None).await.status,
        405
    );
}

#[tokio::test]
async fn metrics_count_requests_by_route_and_hold_no_ids() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let task = ada.task("secret").await;
    let id = task["id"].as_str().unwrap();
    ada.get(&format!("/v1/tasks/{id}")).await.json(200);
    let metrics = server.anonymous(Method::GET, "/metrics", None).await;
    assert!(
        metrics
            .text
            .contains(r#"route="/v1/tasks/{id}",status="200"} 1"#),
        "{}",
        metrics.text
    );
    assert!(!metrics.text.contains(id));
}

#[tokio::test]
async fn the_interface_describes_itself() {
    let server = TestApp::new().await;
    let document = server
        .anonymous(Method::GET, "/openapi.json", None)
        .await
        .json(200);
    assert_eq!(document["openapi"], "3.1.0");
    assert!(document["paths"]["/v1/tasks"]["post"].is_object());
    let page = server.anonymous(Method::GET, "/docs", None).await;
    assert!(page.text.contains("/docs/docs.js"));
    assert!(
        page.header("content-security-policy")
            .contains("script-src 'self'")
    );
    for path in ["/docs/docs.js", "/docs/docs.css"] {
        let file = server.anonymous(Method::GET, path, None).await;
        assert_eq!(file.status, 200);
        assert!(
            !file.text.contains("http://") && !file.text.contains("https://"),
            "{path} reaches out"
        );
    }
}

#[tokio::test]
async fn every_answer_has_a_name_and_keeps_browsers_safe() {
    let server = TestApp::new().await;
    let named = Request::get("/v1/me")
        .header("x-request-id", "abc-1")
        .body(Body::empty())
        .unwrap();
    let answer = server.send(named).await;
    assert_eq!(answer.header("x-request-id"), "abc-1");
    assert_eq!(answer.header("x-content-type-options"), "nosniff");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(
        answer
            .header("content-security-policy")
            .contains("frame-ancestors 'none'")
    );
    assert_eq!(answer.header("www-authenticate"), "Bearer realm=\"saydo\"");
    let strange = Request::get("/v1/me")
        .header("x-request-id", "a b\"c")
        .body(Body::empty())
        .unwrap();
    assert_eq!(server.send(strange).await.header("x-request-id").len(), 32);
}

#[tokio::test]
async fn every_page_of_the_web_app_is_served_by_its_path() {
    let server = TestApp::new().await;
    for path in ["/", "/today", "/chat", "/sign-in"] {
        let page = server.anonymous(Method::GET, path, None).await;
        assert_eq!(page.status, 200, "{path}");
        assert!(
            page.header("content-type").starts_with("text/html"),
            "{path}"
        );
        assert!(
            page.header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
        assert!(!page.text.contains("__CSP_NONCE__"), "{path}");
    }
    server
        .anonymous(Method::GET, "/assets/nothing.js", None)
        .await
        .problem(404, "not_found");
    server
        .anonymous(Method::POST, "/today", None)
        .await
        .problem(405, "method_not_allowed");
}
