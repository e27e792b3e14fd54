//! Somebody with an account and a token.

use axum::body::Body;
use axum::http::{Method, Request};
use domain::actor::Actor;
use serde_json::{Value, json};

use super::{Answer, TestApp};

/// Somebody with an account and a token.
pub(crate) struct Person<'a> {
    pub(crate) server: &'a TestApp,
    pub(crate) actor: Actor,
    pub(crate) token: String,
}

impl Person<'_> {
    pub(crate) fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        Request::builder()
            .method(method)
            .uri(path)
            .header("authorization", format!("Bearer {}", self.token))
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.server
            .send(self.request(Method::GET, path).body(Body::empty()).unwrap())
            .await
    }

    pub(crate) async fn call(&self, method: Method, path: &str, body: Value) -> Answer {
        self.call_with(method, path, body, &[]).await
    }

    pub(crate) async fn call_with(
        &self,
        method: Method,
        path: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> Answer {
        let mut request = self
            .request(method, path)
            .header("content-type", "application/json");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.server
            .send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    pub(crate) async fn post(&self, path: &str, body: Value) -> Answer {
        self.call(Method::POST, path, body).await
    }

    pub(crate) async fn patch(&self, path: &str, body: Value) -> Answer {
        self.call(Method::PATCH, path, body).await
    }

    pub(crate) async fn delete(&self, path: &str) -> Answer {
        self.server
            .send(
                self.request(Method::DELETE, path)
                    .body(Body::empty())
                    .unwrap(),
            )
            .await
    }

    /// A task by its title.
    pub(crate) async fn task(&self, title: &str) -> Value {
        self.add(json!({"title": title})).await
    }

    /// A task by its fields.
    pub(crate) async fn add(&self, fields: Value) -> Value {
        self.post("/v1/tasks", fields).await.json(201)["tasks"][0].clone()
    }
}
