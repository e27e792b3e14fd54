//! The event feed: in order, without gaps, resumed where it was cut.

use std::time::Duration;

use axum::body::{Body, BodyDataStream};
use axum::http::{Method, StatusCode};
use futures_util::StreamExt as _;
use serde_json::{Value, json};

use crate::support::{Person, TestApp};

/// An open event stream.
struct Stream {
    body: BodyDataStream,
    text: String,
}

/// One event of a stream.
#[derive(Debug)]
struct Event {
    id: String,
    kind: String,
    data: Value,
}

impl Stream {
    async fn open(person: &Person<'_>, path: &str, last: Option<&str>) -> Self {
        let mut request = person
            .request(Method::GET, path)
            .header("accept", "text/event-stream");
        if let Some(last) = last {
            request = request.header("last-event-id", last);
        }
        let response = person
            .server
            .open(request.body(Body::empty()).unwrap())
            .await;
        assert_eq!(response.status(), StatusCode::OK);
        Self {
            body: response.into_body().into_data_stream(),
            text: String::new(),
        }
    }

    /// The next event; `None` when the stream has ended.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if let Some((block, rest)) = self.text.clone().split_once("\n\n") {
                rest.clone_into(&mut self.text);
                let field = |name: &str| {
                    let line = block
                        .lines()
                        .find_map(|line| line.strip_prefix(&format!("{name}:")));
                    line.unwrap_or_default().trim().to_owned()
                };
                let data = serde_json::from_str(&field("data")).unwrap_or_default();
                return Some(Event {
                    id: field("id"),
                    kind: field("event"),
                    data,
                });
            }
            let chunk = tokio::time::timeout(Duration::from_secs(20), self.body.next()).await;
            let chunk = chunk.expect("an event within 20 s")?.unwrap();
            self.text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }
}

async fn story_of_a_feed(server: TestApp) {
    let ada = server.person("ada").await;
    ada.task("before").await;
    let mut stream = Stream::open(&ada, "/v1/events", None).await;
    let place = stream.next().await.unwrap();
    assert_eq!((place.kind.as_str(), &place.data), ("", &Value::Null));
    let task = ada.task("one").await;
    let event = stream.next().await.unwrap();
    assert_eq!(event.kind, "change");
    assert_eq!(event.data["type"], "task.created");
    assert_eq!(event.data["subject_id"], task["id"]);
    drop(stream);

    ada.task("two").await;
    ada.task("three").await;
    let mut stream = Stream::open(&ada, "/v1/events", Some(&event.id)).await;
    stream.next().await.unwrap();
    let revs = [stream.next().await.unwrap(), stream.next().await.unwrap()]
        .map(|event| event.data["rev"].as_i64().unwrap());
    let last = event.data["rev"].as_i64().unwrap();
    assert_eq!(revs, [last + 1, last + 2]);

    let request = ada
        .request(Method::GET, "/v1/events?after=0&limit=2")
        .header("accept", "application/json");
    let page = server
        .send(request.body(Body::empty()).unwrap())
        .await
        .json(200);
    assert_eq!(page["events"].as_array().unwrap().len(), 2);
    assert_eq!(page["next"], format!("{}:2", ada.actor.space));
}

#[tokio::test]
async fn a_feed_resumes_where_it_was_cut_on_sqlite() {
    story_of_a_feed(TestApp::new().await).await;
}

#[tokio::test]
async fn a_feed_resumes_where_it_was_cut_on_postgres() {
    story_of_a_feed(TestApp::on_postgres().await).await;
}

#[tokio::test]
async fn a_change_of_another_process_reaches_the_feed() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    let mut stream = Stream::open(&ada, "/v1/events", None).await;
    stream.next().await.unwrap();
    let other = server.another_process().await;
    other
        .add_text(&ada.actor, "from the terminal", None)
        .await
        .unwrap();
    let event = stream.next().await.unwrap();
    assert_eq!(event.data["title"], "from the terminal");
}

#[tokio::test]
async fn a_place_that_cannot_be_resumed_is_reset() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.task("old").await;
    let ahead = Stream::open(&ada, "/v1/events?after=99", None)
        .await
        .next()
        .await
        .unwrap();
    assert_eq!(ahead.kind, "reset");
    server
        .clock
        .advance(jiff::SignedDuration::from_hours(31 * 24));
    let late = Stream::open(&ada, "/v1/events?after=0", None)
        .await
        .next()
        .await
        .unwrap();
    assert_eq!(late.kind, "reset");
    let foreign = "/v1/events?after=0190f6a0-0000-7000-8000-000000000000:1";
    ada.get(foreign).await.problem(400, "invalid_parameter");
}

#[tokio::test]
async fn a_stream_ends_when_its_token_is_revoked() {
    let server = TestApp::with(|options| options.feed_recheck = Duration::from_millis(10)).await;
    let ada = server.person("ada").await;
    let made = ada
        .post("/v1/tokens", json!({"name": "tablet"}))
        .await
        .json(201);
    let tablet = Person {
        server: &server,
        actor: ada.actor.clone(),
        token: made["token"].as_str().unwrap().to_owned(),
    };
    let mut stream = Stream::open(&tablet, "/v1/events", None).await;
    stream.next().await.unwrap();
    ada.delete(&format!("/v1/tokens/{}", made["id"].as_str().unwrap()))
        .await
        .json(204);
    assert!(stream.next().await.is_none());
    assert!(
        server
            .anonymous(Method::GET, "/metrics", None)
            .await
            .text
            .contains("saydo_feed_connections")
    );
}

#[tokio::test]
async fn reminders_that_fire_are_shown_and_acknowledged() {
    let server = TestApp::new().await;
    let ada = server.person("ada").await;
    ada.add(json!({"title": "stand up", "due": "2026-11-20T12:00"}))
        .await;
    server.clock.advance(jiff::SignedDuration::from_hours(1));
    server.app.fire_due(100).await.unwrap();
    let page = ada.get("/v1/notifications").await.json(200);
    let shown = &page["notifications"][0];
    assert_eq!(shown["task"]["title"], "stand up");
    assert_eq!(shown["read_at"], Value::Null);
    let path = format!(
        "/v1/notifications/{}/acknowledge",
        shown["id"].as_str().unwrap()
    );
    ada.post(&path, json!({})).await.json(204);
    assert!(
        ada.get("/v1/notifications").await.json(200)["notifications"][0]["read_at"].is_string()
    );
    ada.post("/v1/notifications/acknowledge-all", json!({}))
        .await
        .json(204);
    assert_eq!(
        ada.get("/v1/overview").await.json(200)["unread_notifications"],
        0
    );
}
