//! Accounts: who somebody is and how they prove it. What they may do with tasks is `domain::policy`.

pub mod assistants;
mod authenticate;
pub mod bootstrap;
mod cache;
mod close;
mod email;
mod error;
mod invites;
mod links;
mod lockout;
mod me;
mod operator;
mod password;
mod passwords;
mod probe;
pub(crate) mod secret;
mod sessions;
mod sign_in;
mod sign_up;
mod tokens;

pub use authenticate::Proof;
pub use close::{CONFIRMATION, Leave};
pub use error::AccountError;
pub use invites::{InviteView, NewInvite};
pub use me::{MeChange, MeView};
pub use secret::TOKEN_PREFIX;
pub use sessions::{SessionView, SignedIn};
pub use sign_in::Client;
pub use sign_up::{NewAccount, SignUp};
pub use tokens::{NewToken, TokenView, WholeToken};

use cache::Actors;
use passwords::Passwords;

/// What accounts keep in memory of one process.
#[derive(Default)]
pub struct Accounts {
    pub(crate) passwords: Passwords,
    pub(crate) actors: Actors,
}
