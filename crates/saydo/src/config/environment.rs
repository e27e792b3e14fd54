//! Settings from the environment, with secrets from files.

use std::collections::BTreeMap;

use super::error::ConfigError;
use super::table::{SETTINGS, Setting};
use super::values::nearest;

/// Variables of the project's own tools, which the programs that they start inherit.
const TOOLS: [&str; 4] = ["BENCH_DIR", "BINARY", "NLU_DIR", "UPDATE"];

/// The variables of this process that are valid text.
pub(super) fn process() -> impl Iterator<Item = (String, String)> {
    std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
}

/// What the environment sets: the variable and the value, by name of the setting.
///
/// `SAYDO_CONFIG`, which names the file, is returned under `config`.
///
/// # Errors
/// [`ConfigError::Unknown`] for other variables that begin with `SAYDO_`, except those that
/// Kubernetes makes for services.
pub(super) fn read(
    variables: impl Iterator<Item = (String, String)>,
) -> Result<BTreeMap<&'static str, (String, String)>, ConfigError> {
    let mut found = BTreeMap::new();
    for (variable, value) in variables {
        let Some(rest) = variable.strip_prefix("SAYDO_") else {
            continue;
        };
        if is_service_link(rest) || TOOLS.contains(&rest) {
            continue;
        }
        if rest == "CONFIG" {
            found.insert("config", (variable, value));
        } else if let Some(setting) = by_variable(&variable) {
            if let Some((other, _)) = found.insert(setting.name, (variable.clone(), value)) {
                return Err(twice(&other, &variable));
            }
        } else if let Some(setting) = variable.strip_suffix("_FILE").and_then(by_variable)
            && setting.secret
        {
            let text =
                std::fs::read_to_string(&value).map_err(|source| ConfigError::Unreadable {
                    path: value.clone().into(),
                    source,
                })?;
            let text = text.trim_end_matches(['\r', '\n']).to_owned();
            if let Some((other, _)) = found.insert(setting.name, (variable.clone(), text)) {
                return Err(twice(&other, &variable));
            }
        } else {
            let nearest = nearest(&rest.to_ascii_lowercase())
                .map(|name| format!("SAYDO_{}", name.to_ascii_uppercase()));
            return Err(ConfigError::Unknown {
                source_name: variable,
                nearest,
            });
        }
    }
    Ok(found)
}

fn by_variable(variable: &str) -> Option<&'static Setting> {
    SETTINGS
        .iter()
        .find(|setting| setting.variable() == variable)
}

fn twice(one: &str, other: &str) -> ConfigError {
    ConfigError::Invalid {
        source_name: one.to_owned(),
        detail: format!("{other} sets the same; remove one of them"),
    }
}

/// Whether Kubernetes made the variable for a service whose name begins with `saydo-`:
/// `SAYDO_API_SERVICE_HOST`, `SAYDO_API_PORT_8000_TCP_ADDR` and so on.
fn is_service_link(rest: &str) -> bool {
    rest.contains("_SERVICE_HOST")
        || rest.contains("_SERVICE_PORT")
        || rest.ends_with("_PORT")
        || rest.starts_with("SERVICE_")
        || rest == "PORT"
        || rest.contains("PORT_") && (rest.contains("_TCP") || rest.contains("_UDP"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pairs: &[(&str, &str)]) -> Result<BTreeMap<&'static str, (String, String)>, ConfigError> {
        read(
            pairs
                .iter()
                .map(|(name, value)| ((*name).to_owned(), (*value).to_owned())),
        )
    }

    #[test]
    fn a_variable_sets_the_setting_of_its_name() {
        let found = of(&[("SAYDO_LISTEN", "0.0.0.0:80"), ("HOME", "/root")]).unwrap();

        assert_eq!(found["listen"].1, "0.0.0.0:80");
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_misspelt_variable_is_an_error_with_the_right_spelling() {
        let error = of(&[("SAYDO_LISTENN", "x")]).unwrap_err().to_string();

        assert_eq!(
            error,
            "SAYDO_LISTENN has no meaning here; did you mean SAYDO_LISTEN?"
        );
    }

    #[test]
    fn variables_of_the_projects_own_tools_are_left_alone() {
        assert!(
            of(&[("SAYDO_BINARY", "target/debug/saydo")])
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn variables_that_kubernetes_makes_for_services_are_left_alone() {
        let found = of(&[
            ("SAYDO_API_SERVICE_HOST", "10.0.0.1"),
            ("SAYDO_API_SERVICE_PORT_HTTP", "8000"),
            ("SAYDO_API_PORT", "tcp://10.0.0.1:8000"),
            ("SAYDO_API_PORT_8000_TCP_ADDR", "10.0.0.1"),
            ("SAYDO_PORT_8080_TCP", "tcp://10.0.0.1:8080"),
            ("SAYDO_SERVICE_HOST", "10.0.0.1"),
        ]);

        assert!(found.unwrap().is_empty());
    }

    #[test]
    fn a_secret_may_come_from_a_file_and_loses_its_last_line_break() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token");
        std::fs::write(&path, "sdp_secret\n").unwrap();

        let found = of(&[("SAYDO_TOKEN_FILE", path.to_str().unwrap())]).unwrap();

        assert_eq!(
            found["token"],
            ("SAYDO_TOKEN_FILE".to_owned(), "sdp_secret".to_owned())
        );
    }

    #[test]
    fn only_secrets_come_from_files() {
        assert!(of(&[("SAYDO_LISTEN_FILE", "/dev/null")]).is_err());
    }

    #[test]
    fn a_secret_given_twice_is_an_error() {
        assert!(of(&[("SAYDO_TOKEN", "a"), ("SAYDO_TOKEN_FILE", "/dev/null")]).is_err());
    }
}
