//! Configuration: flag over environment (`SAYDO_*`) over TOML file over default.
//!
//! The only place that reads the environment. What a setting means is in `table`; nothing here
//! acts on one.

mod environment;
mod error;
mod example;
mod settings;
mod table;
mod values;

pub(crate) use error::ConfigError;
pub(crate) use example::example;
pub(crate) use settings::{DatabaseSettings, LogFormat, Settings, SignUp};
pub(crate) use values::{Source, Values};

use std::path::PathBuf;

/// A setting given on the command line, by its name.
pub(crate) type FlagValue = (&'static str, String);

/// Reads all sources. `file` is `--config`; without it `SAYDO_CONFIG`, then the user's own file.
///
/// # Errors
/// [`ConfigError`] naming the setting, where it came from and the remedy.
pub(crate) fn load(flags: Vec<FlagValue>, file: Option<PathBuf>) -> Result<Values, ConfigError> {
    let environment = environment::read(environment::process())?;
    Values::combine(flags, environment, file)
}

/// Reads `NAME=VALUE` of `--set`.
///
/// # Errors
/// [`ConfigError`] when there is no such setting.
pub(crate) fn parse_pair(pair: &str) -> Result<FlagValue, ConfigError> {
    let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
    match table::find(name) {
        Some(setting) => Ok((setting.name, value.to_owned())),
        None => Err(ConfigError::Unknown {
            source_name: format!("--set {name}"),
            nearest: values::nearest(name).map(str::to_owned),
        }),
    }
}

/// Whether colour and drawing are unwanted, by the convention of `NO_COLOR`.
pub(crate) fn no_color() -> bool {
    environment::process().any(|(name, value)| name == "NO_COLOR" && !value.is_empty())
}
