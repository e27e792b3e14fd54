//! The example file: every setting with its meaning, unit and default, made from the table.

use std::fmt::Write as _;

use super::table::{Kind, SETTINGS, Setting};

const WIDTH: usize = 96;

/// The text of the example file.
pub(crate) fn example() -> String {
    let mut text = String::from(
        "# saydo's settings. Made by `saydo config --example`; every line shows a default.\n\
         # A flag wins over the environment (SAYDO_LISTEN=..), that over this file.\n\
         # Secrets may also come from a file: SAYDO_TOKEN_FILE=/run/secrets/token.\n",
    );
    for setting in SETTINGS {
        text.push('\n');
        for line in wrapped(setting.doc) {
            writeln!(text, "# {line}").expect("writing to a string cannot fail");
        }
        writeln!(text, "# {}", form(setting)).expect("writing to a string cannot fail");
        writeln!(text, "# {} = {}", setting.name, value(setting))
            .expect("writing to a string cannot fail");
    }
    text
}

fn form(setting: &Setting) -> String {
    let form = match setting.kind {
        Kind::Choice(words) => words.join(" | "),
        Kind::Words(words) => format!("any of {}", words.join(", ")),
        Kind::Whole(least, most) => format!("{}, {least} to {most}", setting.unit),
        _ => setting.unit.to_owned(),
    };
    format!("[{form}]  {}", setting.variable())
}

fn value(setting: &Setting) -> String {
    match setting.kind {
        Kind::Whole(..) | Kind::Limit(..) => setting.default.to_owned(),
        _ => format!("\"{}\"", setting.default),
    }
}

fn wrapped(doc: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in doc.split(' ') {
        let line = lines.last_mut().expect("there is always a line");
        if line.is_empty() {
            line.push_str(word);
        } else if line.len() + 1 + word.len() <= WIDTH {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::example;

    #[test]
    fn the_checked_in_example_is_what_the_table_makes() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/saydo.example.toml");
        let checked_in = std::fs::read_to_string(path).unwrap_or_default();

        assert!(
            checked_in == example(),
            "run: cargo run -q --bin saydo -- config --example > docs/saydo.example.toml"
        );
    }

    #[test]
    fn the_example_sets_nothing_and_is_valid_with_every_line_switched_on() {
        let plain: toml::Table = example().parse().unwrap();
        assert!(plain.is_empty());

        let switched_on: String = example()
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| {
                line.split_once(" = ")
                    .is_some_and(|(key, _)| !key.contains(' '))
            })
            .map(|line| format!("{line}\n"))
            .collect();
        let table: toml::Table = switched_on.parse().unwrap();
        assert_eq!(table.len(), super::SETTINGS.len());
    }
}
