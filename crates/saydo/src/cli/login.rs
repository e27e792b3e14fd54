//! `saydo login` and `saydo logout`: signing in to a server from the command line.

use std::io::{IsTerminal as _, Read as _};

use clap::Args;
use reqwest::Method;
use serde_json::json;

use crate::backend::{Backend, Call, Remote};
use crate::credentials::Credentials;
use crate::print;
use crate::problem::Problem;

use super::Session;

/// Sign in to a server; from then on the other verbs talk to it.
#[derive(Debug, Args)]
pub(super) struct Login {
    /// The server, such as https://saydo.example.org.
    #[arg(value_name = "URL")]
    url: Option<String>,
    /// Sign in with a token that was made elsewhere; `-` reads it from standard input.
    #[arg(long)]
    token: Option<String>,
    /// The e-mail address to sign in with.
    #[arg(long, conflicts_with = "token")]
    email: Option<String>,
    /// What to call this computer in the list of tokens.
    #[arg(long, default_value = "command line")]
    name: String,
}

impl Login {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let server = match self.url.as_deref().or(session.settings.server.as_deref()) {
            Some(server) => server.trim_end_matches('/').to_owned(),
            None => return Err(Problem::usage("say which server: saydo login https://..").into()),
        };
        let token = match self.token {
            Some(token) if token == "-" => read_stdin()?,
            Some(token) => token,
            None => self.by_password(&server).await?,
        };
        let backend = Backend::Remote(Remote::new(server.clone(), Some(token.clone()))?);
        let me = backend.json(Call::new(Method::GET, "/v1/me")).await?;
        let folder = &session.settings.folders.config;
        let mut credentials = Credentials::load(folder)?;
        credentials.keep(&server, token);
        credentials.store(folder)?;
        if session.json {
            return print::json(&json!({ "server": server, "user": me }));
        }
        let name = me["name"]
            .as_str()
            .filter(|name| !name.is_empty())
            .unwrap_or("you");
        print::line(&format!("Signed in to {server} as {name}."))?;
        print::say("The other verbs now talk to this server; --data DIR is for a local database.");
        Ok(())
    }

    async fn by_password(&self, server: &str) -> anyhow::Result<String> {
        let email = match &self.email {
            Some(email) => email.clone(),
            None => print::ask("E-mail:")?
                .ok_or_else(|| Problem::usage("without a terminal, give --token or --email"))?,
        };
        let password = if std::io::stdin().is_terminal() {
            rpassword::prompt_password("Password: ")?
        } else {
            read_stdin()?
        };
        Remote::new(server.to_owned(), None)?
            .token_for(&email, &password, &self.name)
            .await
    }
}

fn read_stdin() -> anyhow::Result<String> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    Ok(text.trim_end_matches(['\r', '\n']).to_owned())
}

/// Forget the token of a server.
#[derive(Debug, Args)]
pub(super) struct Logout {
    /// The server; without it, the one last signed in to.
    #[arg(value_name = "URL")]
    url: Option<String>,
}

impl Logout {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let folder = &session.settings.folders.config;
        let mut credentials = Credentials::load(folder)?;
        let server = self.url.or_else(|| credentials.default.clone());
        let Some(server) = server.map(|url| url.trim_end_matches('/').to_owned()) else {
            return Err(Problem::refused("not signed in to any server").into());
        };
        if credentials.forget(&server).is_none() {
            return Err(Problem::refused(format!("not signed in to {server}")).into());
        }
        credentials.store(folder)?;
        print::line(&format!("Forgot the token of {server}."))?;
        print::say("It stays valid until it is revoked there: Settings, Tokens.");
        Ok(())
    }
}
