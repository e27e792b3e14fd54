//! Predictions for evaluation: one JSON row in, one JSON row out, as the scorer expects them.

mod calls;
mod commands;
mod dates;
mod recurrences;
mod titles;

use domain::time::{DateOrder, TimeSettings};
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};
use serde_json::{Value, json};

use crate::context::Context;

/// What the rows are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowMode {
    /// Full commands with a state and a history.
    Commands,
    /// Date expressions.
    Dates,
    /// Recurrence phrases.
    Recurrences,
    /// Utterances of which only the action counts.
    Actions,
    /// What the add box makes of a text.
    Titles,
}

/// The prediction for `line`, as one JSON line without the line break. `fixtures` is the text of a
/// fixtures file; without it the lists are empty. `locale` is the language of a row that names none.
/// A malformed row gives a row with `error`.
pub fn predict(line: &str, mode: RowMode, fixtures: Option<&str>, locale: &str) -> String {
    let row: Value = match serde_json::from_str(line) {
        Ok(row) => row,
        Err(error) => {
            return json!({"error": format!("the row is no JSON object: {error}")}).to_string();
        }
    };
    let text = row["text"].as_str().unwrap_or_default();
    let mut answer = match context(&row, locale) {
        Err(error) => json!({ "error": error }),
        Ok(ctx) => match mode {
            RowMode::Commands => commands::predict(text, &row, ctx, fixtures),
            RowMode::Actions => commands::action(text, &ctx),
            RowMode::Dates => json!({ "result": dates::predict(text, &ctx) }),
            RowMode::Recurrences => recurrences::predict(text, &ctx),
            RowMode::Titles => titles::predict(text, ctx),
        },
    };
    answer["id"] = row["id"].clone();
    answer.to_string()
}

/// The context of a row: `now` or `reference`, `tz` as a name, an offset or null, `locale`.
fn context(row: &Value, locale: &str) -> Result<Context, String> {
    let zone = match row["tz"].as_str() {
        None => TimeZone::UTC,
        Some(name) => zone(name).ok_or_else(|| format!("unknown time zone '{name}'"))?,
    };
    let said = row["now"]
        .as_str()
        .or(row["reference"].as_str())
        .unwrap_or("2026-11-20T10:00");
    let local: DateTime = said
        .parse()
        .map_err(|_| format!("'{said}' is no local time; write YYYY-MM-DDTHH:MM"))?;
    let now = zone
        .to_ambiguous_timestamp(local)
        .compatible()
        .map_err(|error| error.to_string())?;
    let locale = row["locale"].as_str().unwrap_or(locale);
    let time = TimeSettings {
        zone,
        date_order: order(locale),
        ..TimeSettings::default()
    };
    Ok(Context::new(now, time, locale))
}

fn zone(name: &str) -> Option<TimeZone> {
    let offset = name.starts_with(['+', '-']);
    if !offset {
        return TimeZone::get(name).ok();
    }
    let (hours, minutes) = name[1..].split_once(':')?;
    let seconds = hours.parse::<i32>().ok()? * 3_600 + minutes.parse::<i32>().ok()? * 60;
    let sign = if name.starts_with('-') { -1 } else { 1 };
    Offset::from_seconds(sign * seconds)
        .ok()
        .map(TimeZone::fixed)
}

/// The numeric order of dates of a locale.
fn order(locale: &str) -> DateOrder {
    match locale {
        "en" | "en-US" | "en-PH" | "en-CA" | "en-BZ" => DateOrder::Mdy,
        _ => DateOrder::Dmy,
    }
}
