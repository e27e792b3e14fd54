//! `saydo token`: makes, lists and revokes tokens for programs.

use clap::{Args, Subcommand};
use comfy_table::Cell;
use reqwest::Method;
use serde_json::{Value, json};

use crate::backend::{Backend, Call};
use crate::print;
use crate::problem::Problem;

use super::Session;

/// Make, list and revoke tokens for programs that act for you.
#[derive(Debug, Args)]
pub(super) struct Token {
    #[command(subcommand)]
    verb: TokenVerb,
}

#[derive(Debug, Subcommand)]
enum TokenVerb {
    /// Make a token; it is shown once.
    Create {
        /// What it is for, such as "laptop".
        #[arg(long)]
        name: String,
        /// What it may do, each including the one before.
        #[arg(long, default_value = "tasks:write",
              value_parser = ["tasks:read", "tasks:write", "tasks:admin"])]
        scope: String,
        /// Days until it expires; without it, it does not.
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(1..=3660))]
        expires: Option<u16>,
    },
    /// List your tokens, without their secrets.
    #[command(visible_alias = "ls")]
    List,
    /// Revoke a token, by its id or name.
    Revoke {
        /// Its id or name.
        token: String,
    },
}

impl Token {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let backend = session.backend().await?;
        match self.verb {
            TokenVerb::Create {
                name,
                scope,
                expires,
            } => {
                let mut body = json!({ "name": name, "scope": scope });
                if let Some(days) = expires {
                    body["expires_in_days"] = days.into();
                }
                let made = backend
                    .json(Call::new(Method::POST, "/v1/tokens").json(body))
                    .await?;
                if session.json {
                    return print::json(&made);
                }
                let secret = made["secret"].as_str().or(made["token"].as_str());
                let secret = secret.unwrap_or_default();
                Ok(print::line(&format!(
                    "Token '{name}', shown only now: {secret}"
                ))?)
            }
            TokenVerb::List => list(session, &backend).await,
            TokenVerb::Revoke { token } => revoke(session, &backend, &token).await,
        }
    }
}

async fn list(session: &Session, backend: &Backend) -> anyhow::Result<()> {
    let page = backend.json(Call::new(Method::GET, "/v1/tokens")).await?;
    if session.json {
        return print::json(&page);
    }
    let text = |token: &Value, name: &str| token[name].as_str().unwrap_or("-").to_owned();
    let rows = page["tokens"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|token| {
            [
                "id",
                "name",
                "scope",
                "created_at",
                "last_used_at",
                "expires_at",
            ]
            .map(|name| text(token, name))
            .to_vec()
        });
    if print::is_for_people() {
        let cells = rows
            .map(|row| row.into_iter().map(Cell::new).collect())
            .collect();
        print::rows(
            &["id", "name", "scope", "made", "last used", "expires"],
            cells,
        )?;
    } else {
        print::plain_rows(rows)?;
    }
    Ok(())
}

async fn revoke(session: &Session, backend: &Backend, token: &str) -> anyhow::Result<()> {
    let page = backend.json(Call::new(Method::GET, "/v1/tokens")).await?;
    let tokens = page["tokens"].as_array().cloned().unwrap_or_default();
    let found: Vec<&Value> = tokens
        .iter()
        .filter(|known| known["id"] == token || known["name"] == token)
        .collect();
    let [found] = found.as_slice() else {
        let text = match found.len() {
            0 => format!("no token '{token}'; `saydo token list` shows them"),
            _ => format!("several tokens are called '{token}'; revoke by id"),
        };
        return Err(Problem::refused(text).into());
    };
    let id = found["id"].as_str().unwrap_or_default();
    backend
        .json(Call::new(Method::DELETE, format!("/v1/tokens/{id}")))
        .await?;
    if session.json {
        return print::json(&json!({ "revoked": id }));
    }
    let name = found["name"].as_str().unwrap_or_default();
    Ok(print::line(&format!("Revoked token '{name}'."))?)
}
