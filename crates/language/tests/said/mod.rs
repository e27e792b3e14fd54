//! What sentences lead to, as short text: for tables of sentences.

use language::rows::{RowMode, predict};
use serde_json::{Value, json};

const FIXTURES: &str = include_str!("../../../../evals/data/fixtures.json");

/// Who speaks: where, in which language, and about which list of `evals/data/fixtures.json`. It is
/// Friday 20 November 2026, 10:00 there.
pub(crate) struct Speaker {
    pub(crate) zone: &'static str,
    pub(crate) locale: &'static str,
    pub(crate) list: &'static str,
}

/// A speaker of English.
#[allow(dead_code, reason = "not every table of sentences has one")]
pub(crate) const ENGLISH: Speaker = Speaker {
    zone: "America/New_York",
    locale: "en-US",
    list: "home",
};

/// A speaker of German.
#[allow(dead_code, reason = "not every table of sentences has one")]
pub(crate) const GERMAN: Speaker = Speaker {
    zone: "Europe/Berlin",
    locale: "de-DE",
    list: "zuhause",
};

impl Speaker {
    /// What a sentence leads to: calls as "tool ids field=value ..", divided by semicolons, else the
    /// kind of reply. `focus` is what was spoken about last.
    pub(crate) fn said(&self, text: &str, focus: &[&str]) -> String {
        let mut row = json!({
            "id": "row", "text": text, "now": "2026-11-20T10:00", "tz": self.zone,
            "state": self.list,
        });
        if !focus.is_empty() {
            row["history"] = json!([{"role": "assistant", "text": "Here.", "focus": focus}]);
        }
        let line = predict(
            &row.to_string(),
            RowMode::Commands,
            Some(FIXTURES),
            self.locale,
        );
        let result: Value = serde_json::from_str(&line).unwrap();
        let calls = result["calls"].as_array().cloned().unwrap_or_default();
        if calls.is_empty() {
            return result["reply"].as_str().unwrap_or("nothing").to_owned();
        }
        calls.iter().map(call).collect::<Vec<_>>().join("; ")
    }
}

fn call(call: &Value) -> String {
    let fields = call.as_object().unwrap();
    let mut words = vec![fields["tool"].as_str().unwrap().to_owned()];
    let plain = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map_or(item.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join(","),
        other => other.to_string(),
    };
    words.extend(fields.get("ids").map(plain));
    for key in ["set", "filter"] {
        if let Some(Value::Object(inner)) = fields.get(key) {
            words.extend(
                inner
                    .iter()
                    .map(|(key, value)| format!("{key}={}", plain(value))),
            );
        }
    }
    words.extend(
        fields
            .iter()
            .filter(|(key, _)| !matches!(key.as_str(), "tool" | "ids" | "set" | "filter"))
            .map(|(key, value)| format!("{key}={}", plain(value))),
    );
    words.join(" ")
}
