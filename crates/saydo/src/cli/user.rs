//! `saydo user`: accounts, for the person who runs the server.

use std::io::{IsTerminal as _, Read as _};

use app::account::NewAccount;
use clap::{Args, Subcommand};
use secrecy::SecretString;
use serde_json::json;

use crate::backend::from_account;
use crate::print;
use crate::problem::Problem;

use super::Session;

/// Make accounts, reset their passwords, disable them. Works on the database itself.
#[derive(Debug, Args)]
pub(super) struct User {
    #[command(subcommand)]
    verb: UserVerb,
}

#[derive(Debug, Subcommand)]
enum UserVerb {
    /// Make an account; the password is asked for, or read from standard input.
    Create {
        /// The address to sign in with.
        email: String,
        /// What to call the person.
        #[arg(long, default_value = "")]
        name: String,
        /// Their time zone, such as Europe/Berlin.
        #[arg(long)]
        zone: Option<String>,
    },
    /// Set a new password and end all sessions of the account.
    ResetPassword {
        /// The address of the account.
        email: String,
    },
    /// Refuse everything that the account sends from now on.
    Disable {
        /// The address of the account.
        email: String,
        /// Let it in again instead.
        #[arg(long)]
        enable: bool,
    },
}

impl User {
    pub(super) async fn run(self, session: &Session) -> anyhow::Result<()> {
        let app = session.local().await?;
        let words = match self.verb {
            UserVerb::Create { email, name, zone } => {
                let name = if name.is_empty() {
                    email.split('@').next().unwrap_or_default().to_owned()
                } else {
                    name
                };
                let password = new_password()?;
                let email_given = email.clone();
                let new = NewAccount {
                    email,
                    password,
                    name,
                    zone,
                    invite: None,
                };
                app.user_create(new).await.map_err(from_account)?;
                format!("Made the account {email_given}.")
            }
            UserVerb::ResetPassword { email } => {
                app.reset_password(&email, new_password()?)
                    .await
                    .map_err(from_account)?;
                format!("The account {email} has a new password; it is signed out everywhere.")
            }
            UserVerb::Disable { email, enable } => {
                app.set_disabled(&email, !enable)
                    .await
                    .map_err(from_account)?;
                let state = if enable { "enabled" } else { "disabled" };
                format!("The account {email} is {state}.")
            }
        };
        app.close().await;
        if session.json {
            return print::json(&json!({ "done": true, "words": words }));
        }
        Ok(print::line(&words)?)
    }
}

/// A password, twice on a terminal, else from standard input.
fn new_password() -> anyhow::Result<SecretString> {
    if !std::io::stdin().is_terminal() {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text)?;
        return Ok(text.trim_end_matches(['\r', '\n']).into());
    }
    let first = rpassword::prompt_password("New password: ")?;
    if first != rpassword::prompt_password("Again: ")? {
        return Err(Problem::usage("the two passwords differ; nothing was changed").into());
    }
    Ok(first.into())
}
