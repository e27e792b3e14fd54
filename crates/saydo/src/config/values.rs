//! Every setting with its text and where it came from, checked for form.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use super::FlagValue;
use super::error::ConfigError;
use super::settings::Folders;
use super::table::{Kind, SETTINGS, Setting, find};

/// Where a value came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Source {
    /// The command line.
    Flag,
    /// This variable.
    Variable(String),
    /// This file.
    File(PathBuf),
    /// Nowhere: it is the default.
    Default,
}

/// Every setting, by name.
#[derive(Debug)]
pub(crate) struct Values {
    values: BTreeMap<&'static str, (String, Source)>,
    pub(super) folders: Folders,
}

impl Values {
    /// The sources in their order of precedence.
    pub(super) fn combine(
        flags: Vec<FlagValue>,
        environment: BTreeMap<&'static str, (String, String)>,
        file: Option<PathBuf>,
    ) -> Result<Self, ConfigError> {
        let folders = Folders::of_user()?;
        let mut values: BTreeMap<_, _> = SETTINGS
            .iter()
            .map(|setting| (setting.name, (setting.default.to_owned(), Source::Default)))
            .collect();
        let named = file.or_else(|| environment.get("config").map(|(_, path)| path.into()));
        let path = named
            .clone()
            .unwrap_or_else(|| folders.config.join("config.toml"));
        if named.is_some() || path.exists() {
            for (name, text) in read_file(&path)? {
                values.insert(name, (text, Source::File(path.clone())));
            }
        }
        for (name, (variable, text)) in environment {
            if name != "config" {
                values.insert(name, (text, Source::Variable(variable)));
            }
        }
        for (name, text) in flags {
            values.insert(name, (text, Source::Flag));
        }
        let all = Self { values, folders };
        for setting in SETTINGS {
            let text = all.text(setting.name);
            if !text.is_empty() {
                check_form(setting, text).map_err(|detail| all.invalid(setting.name, detail))?;
            }
        }
        Ok(all)
    }

    /// The text of a setting; empty when it has none.
    pub(super) fn text(&self, name: &'static str) -> &str {
        self.values
            .get(name)
            .map(|(text, _)| text.as_str())
            .unwrap_or_default()
    }

    /// Where the value of a setting came from.
    pub(crate) fn source(&self, name: &'static str) -> &Source {
        self.values
            .get(name)
            .map_or(&Source::Default, |(_, source)| source)
    }

    /// An error about the value of a setting, naming where it came from.
    pub(super) fn invalid(&self, name: &'static str, detail: String) -> ConfigError {
        let source_name = match self.source(name) {
            Source::Flag => format!("--{}", name.replace('_', "-")),
            Source::Variable(variable) => variable.clone(),
            Source::File(path) => format!("{}: {name}", path.display()),
            Source::Default => name.to_owned(),
        };
        ConfigError::Invalid {
            source_name,
            detail,
        }
    }

    /// Name, effective text with secrets masked, and source of every setting.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (&'static str, String, &Source)> {
        SETTINGS.iter().map(|setting| {
            let text = self.text(setting.name);
            let shown = if setting.secret && !text.is_empty() {
                "********"
            } else {
                text
            };
            (setting.name, shown.to_owned(), self.source(setting.name))
        })
    }
}

fn read_file(path: &Path) -> Result<Vec<(&'static str, String)>, ConfigError> {
    let text = std::fs::read_to_string(path).map_err(|source| ConfigError::Unreadable {
        path: path.to_owned(),
        source,
    })?;
    let table: toml::Table =
        text.parse()
            .map_err(|error: toml::de::Error| ConfigError::Malformed {
                path: path.to_owned(),
                detail: error.to_string(),
            })?;
    table
        .into_iter()
        .map(|(key, value)| {
            let setting = find(&key).ok_or_else(|| ConfigError::Unknown {
                source_name: format!("'{key}' in {}", path.display()),
                nearest: nearest(&key).map(|name| format!("'{name}'")),
            })?;
            let text = as_text(value).ok_or_else(|| ConfigError::Invalid {
                source_name: format!("{}: {key}", path.display()),
                detail: "write a text, a number or a list of texts".to_owned(),
            })?;
            Ok((setting.name, text))
        })
        .collect()
}

fn as_text(value: toml::Value) -> Option<String> {
    match value {
        toml::Value::String(text) => Some(text),
        toml::Value::Integer(number) => Some(number.to_string()),
        toml::Value::Array(values) => {
            let texts: Option<Vec<_>> = values.into_iter().map(as_text).collect();
            Some(texts?.join(","))
        }
        _ => None,
    }
}

/// The setting whose name is most like `name`, when it is like enough.
pub(super) fn nearest(name: &str) -> Option<&'static str> {
    SETTINGS
        .iter()
        .map(|setting| (distance(setting.name, name), setting.name))
        .min()
        .filter(|(distance, known)| *distance <= 1 + known.len() / 4)
        .map(|(_, known)| known)
}

/// How many letters must be put in, taken out or replaced to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[other.len()]
}

fn check_form(setting: &Setting, text: &str) -> Result<(), String> {
    let parts = || {
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
    };
    match setting.kind {
        Kind::Text | Kind::Folder => Ok(()),
        Kind::Url => check_url(text),
        Kind::BaseUrl => check_base_url(text),
        Kind::Urls => parts().try_for_each(check_url),
        Kind::Hosts => parts().try_for_each(check_host),
        Kind::Addresses => parts().try_for_each(|part| {
            part.parse::<SocketAddr>().map(drop).map_err(|_| {
                format!("'{part}' is no address with a port; write 127.0.0.1:8080 or [::1]:8080")
            })
        }),
        Kind::Words(words) => parts().try_for_each(|part| one_of(part, words)),
        Kind::Choice(words) => one_of(text, words),
        Kind::Limit(..) if text == "off" => Ok(()),
        Kind::Limit(least, most) => match text.parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => Ok(()),
            _ => Err(format!(
                "'{text}' is neither off nor a whole number up to {most}"
            )),
        },
        Kind::Whole(least, most) => match text.parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => Ok(()),
            _ => Err(format!(
                "'{text}' is no whole number from {least} to {most}"
            )),
        },
    }
}

fn one_of(word: &str, words: &[&str]) -> Result<(), String> {
    if words.contains(&word) {
        return Ok(());
    }
    Err(format!("'{word}' is not one of {}", words.join(", ")))
}

fn check_url(text: &str) -> Result<(), String> {
    let valid = reqwest::Url::parse(text).is_ok_and(|url| {
        matches!(url.scheme(), "http" | "https") && url.has_host() && url.path() == "/"
    });
    if valid {
        Ok(())
    } else {
        Err(format!("'{text}' is no address; write https://host[:port]"))
    }
}

fn check_base_url(text: &str) -> Result<(), String> {
    let valid = reqwest::Url::parse(text).is_ok_and(|url| {
        let is_bare = url.query().is_none() && url.fragment().is_none();
        matches!(url.scheme(), "http" | "https") && url.has_host() && is_bare
    });
    if valid {
        Ok(())
    } else {
        Err(format!(
            "'{text}' is no address; write https://host[:port]/v1"
        ))
    }
}

fn check_host(text: &str) -> Result<(), String> {
    let authority = text.parse::<axum::http::uri::Authority>();
    if authority.is_ok_and(|authority| !authority.as_str().contains('@')) {
        Ok(())
    } else {
        Err(format!("'{text}' is no host; write host[:port]"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("config.toml");
        std::fs::write(&path, text).unwrap();
        (folder, path)
    }

    fn variable(name: &'static str, text: &str) -> BTreeMap<&'static str, (String, String)> {
        BTreeMap::from([(name, (name.to_ascii_uppercase(), text.to_owned()))])
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_that_over_the_file() {
        let (_folder, path) = file("listen = \"127.0.0.1:1\"\nlog = \"warn\"\nsign_up = \"open\"");
        let environment = [("listen", "127.0.0.1:2"), ("log", "debug")]
            .map(|(name, text)| (name, (name.to_owned(), text.to_owned())));

        let values = Values::combine(
            vec![("listen", "127.0.0.1:3".to_owned())],
            environment.into(),
            Some(path.clone()),
        )
        .unwrap();

        assert_eq!(values.text("listen"), "127.0.0.1:3");
        assert_eq!(values.text("log"), "debug");
        assert_eq!(values.text("sign_up"), "open");
        assert_eq!(values.source("sign_up"), &Source::File(path));
        assert_eq!(values.source("trash_days"), &Source::Default);
    }

    #[track_caller]
    fn refused(file_text: &str, message: &str) {
        let (_folder, path) = file(file_text);
        let error = Values::combine(Vec::new(), BTreeMap::new(), Some(path)).unwrap_err();
        assert!(error.to_string().contains(message), "{error}");
    }

    #[test]
    fn what_a_file_cannot_say_is_named() {
        refused("listn = \"x\"", "did you mean 'listen'?");
        refused("listen = \"8080\"", "'8080' is no address with a port");
        refused(
            "sign_up = \"yes\"",
            "'yes' is not one of open, invite, closed",
        );
        refused("trash_days = 0", "'0' is no whole number from 1 to 3650");
        refused("role = \"api,cat\"", "'cat' is not one of");
        refused(
            "public_url = \"example.org\"",
            "'example.org' is no address",
        );
        refused(
            "trusted_proxies = 11",
            "'11' is no whole number from 0 to 10",
        );
        refused("mcp_hosts = \"a,b c\"", "'b c' is no host");
        refused(
            "llm_base_url = \"127.0.0.1:11434\"",
            "'127.0.0.1:11434' is no address",
        );
        refused("llm_provider = \"gpt\"", "'gpt' is not one of off, openai");
        refused("mcp_origins = \"a\"", "'a' is no address");
        refused("log = true", "write a text");
        refused("log = ", "is not valid TOML");
    }

    #[test]
    fn secrets_are_masked_when_shown() {
        let environment = variable("token", "sdp_secret");

        let (_folder, path) = file("");
        let values = Values::combine(Vec::new(), environment, Some(path)).unwrap();

        let shown = values.shown().find(|(name, ..)| *name == "token").unwrap();
        assert_eq!(shown.1, "********");
    }
}
