//! Why the configuration cannot be used.

use std::path::PathBuf;

/// A setting or a file that cannot be used. Nothing has been started.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ConfigError {
    /// No such setting.
    #[error("{source_name} has no meaning here{}", suggestion(.nearest.as_deref()))]
    Unknown {
        /// Such as `SAYDO_LISTENN` or `config.toml: listenn`.
        source_name: String,
        /// The setting that was probably meant, in the same spelling.
        nearest: Option<String>,
    },
    /// The setting exists, the value cannot be.
    #[error("{source_name}: {detail}")]
    Invalid {
        /// Where the value came from.
        source_name: String,
        /// What is wrong and what would be right.
        detail: String,
    },
    /// The file cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The file is no TOML.
    #[error("{} is not valid TOML: {detail}", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Line and reason.
        detail: String,
    },
    /// There is no home folder to put data into.
    #[error("cannot find a home folder for {0}; give one with --data")]
    NoHome(&'static str),
}

fn suggestion(nearest: Option<&str>) -> String {
    match nearest {
        Some(name) => format!("; did you mean {name}?"),
        None => "; `saydo config --example` lists every setting".to_owned(),
    }
}
