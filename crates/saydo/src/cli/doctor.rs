//! `saydo doctor`: looks at everything that saydo depends on, for people and for programs.

use std::path::Path;

use agent::model::OpenAiModel;
use clap::Args;
use jiff::SignedDuration;
use serde_json::{Value, json};

use crate::backend;
use crate::config::DatabaseSettings;
use crate::data_lock;
use crate::print::{self, GREEN, RED, YELLOW, styled};
use crate::problem::Problem;
use crate::roles;

use super::Session;

/// Check the installation: database, schema, reminders, server, clock, language model. Exit code 1 when something
/// is wrong.
#[derive(Debug, Args)]
pub(super) struct Doctor {}

/// How one thing is.
struct Finding {
    name: &'static str,
    state: State,
    words: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Good,
    Note,
    Bad,
}

impl Doctor {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let mut findings = vec![
            finding("version", State::Good, env!("CARGO_PKG_VERSION")),
            zone(),
        ];
        let mut database = Value::Null;
        if let DatabaseSettings::Embedded(folder) = &session.settings.database {
            findings.push(data_folder(folder));
            findings.push(server(session, folder));
        }
        match backend::open(&session.settings, backend::Migrate::Never).await {
            Err(error) => findings.push(finding("database", State::Bad, format!("{error:#}"))),
            Ok(app) => {
                let status = app.database_status().await.map_err(backend::from_store)?;
                let words = format!("{}, schema {}", status.engine, status.schema);
                findings.push(finding("database", State::Good, words));
                if !status.pending.is_empty() {
                    let words =
                        format!("{} pending; run `saydo migrate`", status.pending.join(", "));
                    findings.push(finding("migrations", State::Bad, words));
                }
                findings.push(reminders(status.next_reminder_at, app.now()));
                database = serde_json::to_value(&status)?;
                app.close().await;
            }
        }
        findings.push(language_model(session).await);
        let is_good = findings.iter().all(|finding| finding.state != State::Bad);
        if session.json {
            let list = findings.iter().map(|finding| {
                json!({ "name": finding.name, "state": word(finding.state), "words": finding.words })
            });
            let list: Vec<Value> = list.collect();
            print::json(&json!({ "healthy": is_good, "checks": list, "database": database }))?;
        } else {
            for finding in &findings {
                let mark = match finding.state {
                    State::Good => styled(GREEN, "ok  "),
                    State::Note => styled(YELLOW, "note"),
                    State::Bad => styled(RED, "bad "),
                };
                print::line(&format!("{mark} {:<12} {}", finding.name, finding.words))?;
            }
        }
        if is_good {
            Ok(())
        } else {
            Err(Problem::refused("something is wrong, see above").into())
        }
    }
}

fn finding(name: &'static str, state: State, words: impl Into<String>) -> Finding {
    Finding {
        name,
        state,
        words: words.into(),
    }
}

fn word(state: State) -> &'static str {
    match state {
        State::Good => "ok",
        State::Note => "note",
        State::Bad => "bad",
    }
}

fn zone() -> Finding {
    let zone = jiff::tz::TimeZone::system();
    match zone.iana_name() {
        Some(name) => finding("time zone", State::Good, name),
        None => finding("time zone", State::Note, "unknown, UTC is used; set TZ"),
    }
}

fn data_folder(folder: &Path) -> Finding {
    let probe = folder.join(".doctor");
    let written = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&probe, b"x"))
        .and_then(|()| std::fs::remove_file(&probe));
    match written {
        Ok(()) => finding("data folder", State::Good, folder.display().to_string()),
        Err(error) => finding(
            "data folder",
            State::Bad,
            format!("{}: {error}", folder.display()),
        ),
    }
}

fn server(session: &Session, folder: &Path) -> Finding {
    match data_lock::holders(folder).join("; ") {
        holders if !holders.is_empty() => finding("server", State::Good, holders),
        _ => {
            let addresses: Vec<String> = roles::addresses(&session.settings)
                .iter()
                .map(ToString::to_string)
                .collect();
            let words = format!(
                "none runs; `saydo serve` would listen on {}",
                addresses.join(", ")
            );
            finding("server", State::Note, words)
        }
    }
}

async fn language_model(session: &Session) -> Finding {
    const NAME: &str = "model";
    let Some(settings) = &session.settings.model else {
        return finding(NAME, State::Good, "none; saydo understands by itself");
    };
    let words = format!("{} at {}", settings.model, settings.base_url);
    let reached = match OpenAiModel::new(settings.clone()) {
        Ok(model) => model.probe().await.map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    match reached {
        Ok(()) => finding(NAME, State::Good, words),
        Err(error) => finding(NAME, State::Bad, format!("{words}: {error}")),
    }
}

fn reminders(next_at: Option<jiff::Timestamp>, now: jiff::Timestamp) -> Finding {
    const NAME: &str = "reminders";
    match next_at {
        None => finding(NAME, State::Good, "none waits"),
        Some(at) if now.duration_since(at) > SignedDuration::from_mins(1) => {
            let words = format!("one is late since {at}; does a server with the role worker run?");
            finding(NAME, State::Bad, words)
        }
        Some(at) => finding(NAME, State::Good, format!("the next one sounds at {at}")),
    }
}
