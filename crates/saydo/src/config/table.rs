//! The one table of settings: name, meaning, unit, default. Everything else is derived from it.

/// What a value must look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Any text.
    Text,
    /// A folder.
    Folder,
    /// An `http` or `https` address without a path.
    Url,
    /// An `http` or `https` address, with or without a path.
    BaseUrl,
    /// One or more of these, separated by commas.
    Urls,
    /// One or more host names, each with or without a port, separated by commas.
    Hosts,
    /// One or more `ADDRESS:PORT`, separated by commas.
    Addresses,
    /// One or more of these words, separated by commas.
    Words(&'static [&'static str]),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A whole number between these bounds.
    Whole(u32, u32),
    /// The same, or `off`.
    Limit(u32, u32),
}

/// One setting.
#[derive(Debug)]
pub(super) struct Setting {
    /// Its key in the file; in the environment `SAYDO_` and the same in capitals.
    pub(super) name: &'static str,
    /// What a value must look like.
    pub(super) kind: Kind,
    /// The default, empty when there is none.
    pub(super) default: &'static str,
    /// The unit of a number, or the form of a text.
    pub(super) unit: &'static str,
    /// Whether it is masked when shown, and may be given as `SAYDO_.._FILE`.
    pub(super) secret: bool,
    /// One or more sentences for the user.
    pub(super) doc: &'static str,
}

impl Setting {
    /// Its name in the environment.
    pub(super) fn variable(&self) -> String {
        format!("SAYDO_{}", self.name.to_ascii_uppercase())
    }
}

/// The setting called `name`.
pub(super) fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

const fn text(name: &'static str, default: &'static str, doc: &'static str) -> Setting {
    Setting {
        name,
        kind: Kind::Text,
        default,
        unit: "text",
        secret: false,
        doc,
    }
}

const fn secret(name: &'static str, doc: &'static str) -> Setting {
    Setting {
        name,
        kind: Kind::Text,
        default: "",
        unit: "secret",
        secret: true,
        doc,
    }
}

const fn url(name: &'static str, doc: &'static str) -> Setting {
    Setting {
        name,
        kind: Kind::Url,
        default: "",
        unit: "http(s)://host[:port]",
        secret: false,
        doc,
    }
}

const fn choice(
    name: &'static str,
    words: &'static [&'static str],
    default: &'static str,
    doc: &'static str,
) -> Setting {
    Setting {
        name,
        kind: Kind::Choice(words),
        default,
        unit: "one word",
        secret: false,
        doc,
    }
}

const fn whole(
    name: &'static str,
    bounds: (u32, u32),
    default: &'static str,
    unit: &'static str,
    doc: &'static str,
) -> Setting {
    Setting {
        name,
        kind: Kind::Whole(bounds.0, bounds.1),
        default,
        unit,
        secret: false,
        doc,
    }
}

const fn limit(name: &'static str, default: &'static str, doc: &'static str) -> Setting {
    let unit = "per minute, or off";
    Setting {
        name,
        kind: Kind::Limit(1, 10_000_000),
        default,
        unit,
        secret: false,
        doc,
    }
}

/// The words that name roles.
pub(super) const ROLES: &[&str] = &["all", "api", "chat", "mcp", "web", "worker"];

/// Every setting, in the order of the example file.
pub(super) const SETTINGS: &[Setting] = &[
    Setting {
        name: "data",
        kind: Kind::Folder,
        default: "",
        unit: "folder",
        secret: false,
        doc: "Where the embedded database, its backups and its locks live. Without it, the user's \
              data folder (XDG_DATA_HOME/saydo).",
    },
    Setting {
        name: "listen",
        kind: Kind::Addresses,
        default: "",
        unit: "address:port, ..",
        secret: false,
        doc: "What to listen on. Without it 127.0.0.1 and the port of the role: all 8080, api \
              8000, chat 8001, mcp 8002, worker 8003, web 3000 and 3001 (which opens at /chat).",
    },
    Setting {
        name: "role",
        kind: Kind::Words(ROLES),
        default: "all",
        unit: "words, ..",
        secret: false,
        doc: "What this process does: all, or any list of api, chat, mcp, web, worker.",
    },
    secret(
        "database_url",
        "A PostgreSQL database instead of the embedded one, such as \
         postgres://user:password@host/saydo. May be a pooled endpoint.",
    ),
    secret(
        "database_direct_url",
        "The same database without a pooler in between, for migrations. Without it, database_url.",
    ),
    url(
        "public_url",
        "The address that browsers use. It decides the name of the session cookie and the links \
         in messages. Without it, the address listened on.",
    ),
    choice(
        "sign_up",
        &["open", "invite", "closed"],
        "closed",
        "Who may make an account: anybody, people with an invitation, or nobody.",
    ),
    url(
        "api_url",
        "Where the role web forwards /v1 to, when the role api runs elsewhere. Without it, \
         http://127.0.0.1:8000.",
    ),
    url(
        "chat_url",
        "Where the role web forwards chat to, when the role chat runs elsewhere. Without it, \
         http://127.0.0.1:8001.",
    ),
    url(
        "mcp_url",
        "Where the role web forwards /mcp to, when the role mcp runs elsewhere. Without it, \
         http://127.0.0.1:8002.",
    ),
    Setting {
        name: "mcp_hosts",
        kind: Kind::Hosts,
        default: "",
        unit: "host[:port], ..",
        secret: false,
        doc: "Under which hosts /mcp answers, beside that of public_url and this machine's own \
              names.",
    },
    Setting {
        name: "mcp_origins",
        kind: Kind::Urls,
        default: "",
        unit: "http(s)://host[:port], ..",
        secret: false,
        doc: "Which pages in a browser may use /mcp, beside our own.",
    },
    choice(
        "mcp_sessions",
        &["off", "on"],
        "off",
        "Whether MCP clients before revision 2026-07-28 get sessions, and with them change \
         notifications and questions. Only where one process serves /mcp.",
    ),
    choice(
        "oauth_registration",
        &["off", "on"],
        "off",
        "Whether MCP clients may register themselves (RFC 7591) before a person connects them, for \
         those that are not described at an https address of their own.",
    ),
    text(
        "log",
        "info",
        "What is logged: a level (error, warn, info, debug, trace) or a filter such as \
         info,server=debug.",
    ),
    choice(
        "log_format",
        &["auto", "text", "json"],
        "auto",
        "How it is logged: text on standard error, or JSON lines on standard output. auto is text \
         on a terminal, else JSON lines, both on standard error.",
    ),
    whole(
        "trusted_proxies",
        (0, 10),
        "0",
        "proxies",
        "How many proxies in front are trusted to add to X-Forwarded-For.",
    ),
    limit(
        "rate_limit",
        "60000",
        "How many requests one account may send.",
    ),
    limit(
        "address_rate_limit",
        "6000",
        "How many requests one address may send without being signed in.",
    ),
    limit(
        "sign_in_rate_limit",
        "60",
        "How many times one address may try to sign in or sign up.",
    ),
    whole(
        "trash_days",
        (1, 3650),
        "30",
        "days",
        "How long a deleted task can be restored before it is removed for good.",
    ),
    whole(
        "notification_days",
        (1, 3650),
        "90",
        "days",
        "How long reminders that were shown are kept in the list of notifications.",
    ),
    choice(
        "llm_provider",
        &[
            "off",
            "openai",
            "anthropic",
            "gemini",
            "ollama",
            "compatible",
        ],
        "off",
        "Whose language model answers in chat what saydo does not understand by itself. off: none, \
         and nothing leaves this machine. compatible: any server that speaks OpenAI's Chat \
         Completions.",
    ),
    text(
        "llm_model",
        "",
        "The name of the model there, such as llama3.2. Needed with llm_provider.",
    ),
    Setting {
        name: "llm_base_url",
        kind: Kind::BaseUrl,
        default: "",
        unit: "http(s)://host[:port][/path]",
        secret: false,
        doc: "The address that /chat/completions follows. Without it, the provider's own; ollama: \
              http://127.0.0.1:11434/v1.",
    },
    secret(
        "llm_api_key",
        "The key for the language model. openai, anthropic and gemini need one.",
    ),
    url(
        "server",
        "The server that the command line talks to, instead of a local database.",
    ),
    secret(
        "token",
        "The token for that server. Without it, the one that `saydo login` has stored.",
    ),
];

#[cfg(test)]
mod tests {
    use super::SETTINGS;

    #[test]
    fn every_setting_is_named_once_and_explained() {
        for (index, setting) in SETTINGS.iter().enumerate() {
            assert!(
                SETTINGS[..index]
                    .iter()
                    .all(|other| other.name != setting.name)
            );
            assert!(setting.doc.ends_with('.'), "{}", setting.name);
            assert!(!setting.unit.is_empty(), "{}", setting.name);
            assert!(
                !setting.secret || setting.default.is_empty(),
                "{}",
                setting.name
            );
        }
    }
}
