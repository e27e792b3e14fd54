//! The settings as types, for the code that acts on them.

use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::PathBuf;

use agent::model::{ModelSettings, Provider};
use etcetera::{AppStrategy, AppStrategyArgs, app_strategy::Xdg};
use secrecy::SecretString;

use super::error::ConfigError;
use super::values::Values;

/// Where this user's files go.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    /// Data, such as `~/.local/share/saydo`.
    pub(crate) data: PathBuf,
    /// Configuration, such as `~/.config/saydo`.
    pub(crate) config: PathBuf,
}

impl Folders {
    pub(super) fn of_user() -> Result<Self, ConfigError> {
        let strategy = Xdg::new(AppStrategyArgs {
            top_level_domain: "dev".to_owned(),
            author: "saydo".to_owned(),
            app_name: "saydo".to_owned(),
        })
        .map_err(|_| ConfigError::NoHome("the data"))?;
        Ok(Self {
            data: strategy.data_dir(),
            config: strategy.config_dir(),
        })
    }
}

/// Which database.
#[derive(Debug, Clone)]
pub(crate) enum DatabaseSettings {
    /// The embedded one in this folder.
    Embedded(PathBuf),
    /// PostgreSQL.
    Postgres {
        /// For queries; may be pooled.
        url: SecretString,
        /// For migrations.
        direct_url: Option<SecretString>,
    },
}

/// Who may make an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SignUp {
    /// Anybody.
    Open,
    /// With an invitation.
    Invite,
    /// Nobody.
    Closed,
}

/// How to log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LogFormat {
    /// By what standard error is.
    Auto,
    /// Lines for people.
    Text,
    /// JSON lines.
    Json,
}

/// Every setting, as a type.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    /// Which database.
    pub(crate) database: DatabaseSettings,
    /// Where to listen; empty for the roles' own ports.
    pub(crate) listen: Vec<SocketAddr>,
    /// The roles, as words.
    pub(crate) roles: Vec<String>,
    /// The address that browsers use.
    pub(crate) public_url: Option<String>,
    /// Who may make an account.
    pub(crate) sign_up: SignUp,
    /// Where `/v1` is, for a web role alone.
    pub(crate) api_url: Option<String>,
    /// Where chat is, for a web role alone.
    pub(crate) chat_url: Option<String>,
    /// Where `/mcp` is, for a web role alone.
    pub(crate) mcp_url: Option<String>,
    /// Other hosts under which `/mcp` may be asked for.
    pub(crate) mcp_hosts: Vec<String>,
    /// Origins of other pages that may use `/mcp`.
    pub(crate) mcp_origins: Vec<String>,
    /// Whether older MCP clients get sessions.
    pub(crate) mcp_sessions: bool,
    /// Whether MCP clients may register themselves.
    pub(crate) oauth_registration: bool,
    /// What is logged.
    pub(crate) log: String,
    /// How it is logged.
    pub(crate) log_format: LogFormat,
    /// Proxies in front that are believed.
    pub(crate) trusted_proxies: u32,
    /// Requests per minute and account.
    pub(crate) rate_limit: Option<NonZeroU32>,
    /// Requests per minute and address that is not signed in.
    pub(crate) address_rate_limit: Option<NonZeroU32>,
    /// Attempts to sign in per minute and address.
    pub(crate) sign_in_rate_limit: Option<NonZeroU32>,
    /// Days in the trash.
    pub(crate) trash_days: u32,
    /// Days that shown reminders are listed.
    pub(crate) notification_days: u32,
    /// The language model, where one is set.
    pub(crate) model: Option<ModelSettings>,
    /// The server that the command line talks to.
    pub(crate) server: Option<String>,
    /// The token for that server.
    pub(crate) token: Option<SecretString>,
    /// Where this user's files go.
    pub(crate) folders: Folders,
}

impl Values {
    /// The settings as types.
    ///
    /// # Errors
    /// [`ConfigError::Invalid`] where two settings exclude each other, or one needs another.
    pub(crate) fn settings(&self) -> Result<Settings, ConfigError> {
        let folders = self.folders.clone();
        let database = match self.secret("database_url") {
            Some(url) => DatabaseSettings::Postgres {
                url,
                direct_url: self.secret("database_direct_url"),
            },
            None => DatabaseSettings::Embedded(
                self.some("data")
                    .map_or_else(|| folders.data.clone(), PathBuf::from),
            ),
        };
        let roles = self.list("role");
        if roles.iter().any(|role| role == "all") && roles.len() > 1 {
            let detail = "'all' stands alone; leave out the others".to_owned();
            return Err(self.invalid("role", detail));
        }
        Ok(Settings {
            database,
            listen: self
                .list("listen")
                .iter()
                .filter_map(|text| text.parse().ok())
                .collect(),
            roles: if roles.is_empty() {
                vec!["all".to_owned()]
            } else {
                roles
            },
            public_url: self.url("public_url"),
            sign_up: match self.text("sign_up") {
                "open" => SignUp::Open,
                "invite" => SignUp::Invite,
                _ => SignUp::Closed,
            },
            api_url: self.url("api_url"),
            chat_url: self.url("chat_url"),
            mcp_url: self.url("mcp_url"),
            mcp_hosts: self.list("mcp_hosts"),
            mcp_origins: self.list("mcp_origins"),
            mcp_sessions: self.text("mcp_sessions") == "on",
            oauth_registration: self.text("oauth_registration") == "on",
            log: self.text("log").to_owned(),
            log_format: match self.text("log_format") {
                "text" => LogFormat::Text,
                "json" => LogFormat::Json,
                _ => LogFormat::Auto,
            },
            trusted_proxies: self.whole("trusted_proxies"),
            rate_limit: self.limit("rate_limit"),
            address_rate_limit: self.limit("address_rate_limit"),
            sign_in_rate_limit: self.limit("sign_in_rate_limit"),
            trash_days: self.whole("trash_days"),
            notification_days: self.whole("notification_days"),
            model: self.model()?,
            server: self.url("server"),
            token: self.secret("token"),
            folders,
        })
    }

    fn model(&self) -> Result<Option<ModelSettings>, ConfigError> {
        let name = self.text("llm_provider");
        let Some(provider) = Provider::named(name) else {
            return Ok(None);
        };
        let lacks = |setting, form: &str| {
            let detail = format!("{name} needs {setting}; set it, {form}");
            self.invalid("llm_provider", detail)
        };
        let model = self.some("llm_model");
        let base_url = self.url("llm_base_url");
        let base_url = base_url.or_else(|| provider.base_url().map(str::to_owned));
        let api_key = self.secret("llm_api_key");
        if provider.needs_key() && api_key.is_none() {
            return Err(lacks("llm_api_key", "best as SAYDO_LLM_API_KEY_FILE"));
        }
        Ok(Some(ModelSettings {
            provider,
            model: model.ok_or_else(|| lacks("llm_model", "such as llm_model = \"llama3.2\""))?,
            base_url: base_url.ok_or_else(|| {
                lacks(
                    "llm_base_url",
                    "such as llm_base_url = \"http://127.0.0.1:8000/v1\"",
                )
            })?,
            api_key,
        }))
    }

    fn some(&self, name: &'static str) -> Option<String> {
        Some(self.text(name).to_owned()).filter(|text| !text.is_empty())
    }

    fn url(&self, name: &'static str) -> Option<String> {
        self.some(name)
            .map(|url| url.trim_end_matches('/').to_owned())
    }

    fn secret(&self, name: &'static str) -> Option<SecretString> {
        self.some(name).map(SecretString::from)
    }

    fn list(&self, name: &'static str) -> Vec<String> {
        let parts = self.text(name).split(',').map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// `None` for off.
    fn limit(&self, name: &'static str) -> Option<NonZeroU32> {
        self.text(name).parse().ok().and_then(NonZeroU32::new)
    }

    fn whole(&self, name: &'static str) -> u32 {
        self.text(name).parse().unwrap_or_default()
    }
}
