//! What the parser says about a value, in words for people who have never seen our types.

use super::nearest;

/// A fault in words, with what may have been meant.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) words: String,
    pub(crate) suggestion: Option<String>,
}

/// The same fault for people.
pub(crate) fn plain(message: &str) -> Fault {
    let words = |words: String| Fault {
        words,
        suggestion: None,
    };
    let kinds = ["invalid type: ", "invalid value: "];
    if let Some(rest) = kinds.iter().find_map(|kind| message.strip_prefix(kind))
        && let Some((found, expected)) = rest.split_once(", expected ")
    {
        return words(format!(
            "{} is expected here, not {}",
            wanted(expected),
            given(found)
        ));
    }
    if let Some(rest) = message.strip_prefix("unknown variant `") {
        return unknown(rest);
    }
    if let Some(field) = between(message, "missing field `") {
        return words(format!("{field} is missing"));
    }
    if let Some(field) = between(message, "duplicate field `") {
        return words(format!("{field} is given twice; give it once"));
    }
    if message.starts_with("UUID parsing failed") {
        return words(
            "this is no id; ids look like 0199a1c0-0000-7000-8000-000000000000".to_owned(),
        );
    }
    if message.contains("as year") || message.contains("as month") || message.contains("as day") {
        return words("this is no date that exists; write YYYY-MM-DD".to_owned());
    }
    if message == "number too large to fit in target type" {
        return words("this number is too large".to_owned());
    }
    if message == "invalid digit found in string"
        || message == "cannot parse integer from empty string"
    {
        return words("a whole number is expected here".to_owned());
    }
    words(message.to_owned())
}

/// `p9`, expected one of `none`, `low`
fn unknown(rest: &str) -> Fault {
    let mut parts = rest.split('`');
    let found = parts.next().unwrap_or_default();
    let known: Vec<&str> = parts.skip(1).step_by(2).collect();
    let suggestion = nearest(found, &known);
    let list = match known.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} or {last}", others.join(", ")),
        None => "nothing".to_owned(),
    };
    Fault {
        words: format!("'{found}' is not known here; write {list}"),
        suggestion,
    }
}

fn wanted(expected: &str) -> String {
    match expected {
        "a sequence" => "a list".to_owned(),
        "a boolean" => "true or false".to_owned(),
        "u32" => format!("a whole number from 0 to {}", u32::MAX),
        "i32" => format!("a whole number from {} to {}", i32::MIN, i32::MAX),
        "i64" | "u64" | "u8" | "usize" => "a whole number".to_owned(),
        other if other.starts_with("struct ") => "an object".to_owned(),
        other => other.to_owned(),
    }
}

fn given(found: &str) -> String {
    let text = |kind: &str| found.strip_prefix(kind);
    let value = text("integer `")
        .or_else(|| text("floating point `"))
        .or_else(|| text("boolean `"));
    match (value, text("string ")) {
        (Some(value), _) => value.trim_end_matches('`').to_owned(),
        (_, Some(string)) => format!("the text {string}"),
        _ => match found {
            "map" => "an object".to_owned(),
            "sequence" => "a list".to_owned(),
            other => other.to_owned(),
        },
    }
}

fn between<'a>(message: &'a str, before: &str) -> Option<&'a str> {
    message.strip_prefix(before)?.split('`').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(message: &str, words: &str, suggestion: Option<&str>) {
        let fault = plain(message);
        assert_eq!(fault.words, words);
        assert_eq!(fault.suggestion.as_deref(), suggestion);
    }

    #[test]
    fn faults_name_no_types_of_ours() {
        check(
            "invalid type: null, expected struct NewTaskBody",
            "an object is expected here, not null",
            None,
        );
        check(
            "invalid type: string \"home\", expected a sequence",
            "a list is expected here, not the text \"home\"",
            None,
        );
        check(
            "invalid value: integer `-5`, expected u32",
            "a whole number from 0 to 4294967295 is expected here, not -5",
            None,
        );
        check(
            "unknown variant `hgih`, expected one of `none`, `low`, `high`",
            "'hgih' is not known here; write none, low or high",
            Some("high"),
        );
        check(
            "unknown variant `x`, expected `schedule` or `completion`",
            "'x' is not known here; write schedule or completion",
            None,
        );
        check("missing field `kind`", "kind is missing", None);
        check(
            "UUID parsing failed: invalid length: found 1",
            "this is no id; ids look like 0199a1c0-0000-7000-8000-000000000000",
            None,
        );
        check(
            "invalid digit found in string",
            "a whole number is expected here",
            None,
        );
    }
}
