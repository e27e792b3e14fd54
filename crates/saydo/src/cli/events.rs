//! `saydo events`: what happened, as it happens.

use clap::{Args, Subcommand};
use futures_util::TryStreamExt as _;
use reqwest::Method;
use serde_json::Value;

use crate::backend::{Backend, Call};
use crate::print::{self, DIM, styled};

use super::Session;

/// Read the event feed.
#[derive(Debug, Args)]
pub(super) struct Events {
    #[command(subcommand)]
    verb: EventsVerb,
}

#[derive(Debug, Subcommand)]
enum EventsVerb {
    /// Print the latest events; with --json one JSON document per line.
    Tail {
        /// Begin after this revision instead of with the latest ten.
        #[arg(long, value_name = "REV")]
        after: Option<i64>,
        /// Go on with new events as they happen.
        #[arg(short, long)]
        follow: bool,
    },
}

impl Events {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let EventsVerb::Tail { after, follow } = self.verb;
        let backend = session.backend().await?;
        let after = match after {
            Some(after) => after,
            None => {
                let overview = backend.json(Call::new(Method::GET, "/v1/overview")).await?;
                (overview["rev"].as_i64().unwrap_or_default() - 10).max(0)
            }
        };
        if follow {
            tail(&backend, after, session.json).await
        } else {
            pages(&backend, after, session.json).await
        }
    }
}

async fn pages(backend: &Backend, mut after: i64, json: bool) -> anyhow::Result<()> {
    loop {
        let call = Call::new(Method::GET, "/v1/events").query("after", after);
        let page = backend.json(call).await?;
        let events = page["events"].as_array().cloned().unwrap_or_default();
        for event in &events {
            print_event(event, json)?;
            after = event["rev"].as_i64().unwrap_or(after).max(after);
        }
        if events.is_empty() {
            return Ok(());
        }
    }
}

async fn tail(backend: &Backend, after: i64, json: bool) -> anyhow::Result<()> {
    let call = Call::new(Method::GET, "/v1/events")
        .query("after", after)
        .stream();
    let mut events = backend.send(call).await?.events();
    while let Some(event) = events.try_next().await? {
        if event.event == "change" {
            print_event(&serde_json::from_str(&event.data)?, json)?;
        } else if event.event == "reset" {
            print::say("These events are no longer kept; begin later with --after.");
        }
    }
    Ok(())
}

fn print_event(event: &Value, json: bool) -> anyhow::Result<()> {
    if json {
        return Ok(print::line(&serde_json::to_string(event)?)?);
    }
    let text = |name: &str| event[name].as_str().unwrap_or_default();
    let title = ["after", "before"]
        .iter()
        .find_map(|side| event[*side]["title"].as_str());
    let title = title.or(event["title"].as_str()).unwrap_or_default();
    let at = if text("at").is_empty() {
        text("time")
    } else {
        text("at")
    };
    let rev = styled(DIM, &format!("{:>6} {at}", event["rev"]));
    Ok(print::line(&format!("{rev} {:<18} {title}", text("type")))?)
}
