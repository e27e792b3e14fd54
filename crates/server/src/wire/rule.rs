//! Recurrence rules of requests: RFC 5545 text, an object, or words.

use domain::Rule;
use domain::command::NewSeries;
use domain::rule::{Mode, Overflow};
use domain::task::CatchUp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::untagged::text_or_object;
use crate::problem::{Code, Problem};

/// A rule: RFC 5545 text (`FREQ=WEEKLY;BYDAY=MO`), an object, or words (`every monday`).
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
#[serde(untagged)]
#[schema(as = RuleInput)]
pub(crate) enum RuleInput {
    Text(String),
    Object(RuleObject),
}

text_or_object!(
    RuleInput,
    RuleObject,
    "an RRULE, words, or an object with rrule"
);

/// A rule with its modes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RuleObject)]
pub(crate) struct RuleObject {
    /// RFC 5545 text.
    #[serde(default)]
    rrule: Option<String>,
    /// Or words, such as `every monday`; beside an rrule they are not looked at.
    #[serde(default)]
    words: Option<String>,
    /// Counted from the calendar, or from the day of completion.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "schedule")]
    mode: Option<Mode>,
    /// What happens to a day that a month lacks: `clamp` to its last day or `skip` the month.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "clamp")]
    overflow: Option<Overflow>,
    /// What completing does about slots that have passed: `jump` over them or take `each`.
    #[serde(default)]
    #[schema(value_type = Option<String>, example = "jump")]
    catch_up: Option<CatchUp>,
}

/// What a request says about a rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Repeat {
    Exact(NewSeries),
    /// For the language engine.
    Words(String, CatchUp),
}

impl RuleInput {
    /// The rule, or the words that name it. `pointer` is the field's place in the body.
    pub(crate) fn read(self, pointer: &str) -> Result<Repeat, Problem> {
        match self {
            Self::Text(text) if is_rrule(&text) => {
                let rule = parse(&text, pointer)?;
                Ok(Repeat::Exact(NewSeries {
                    rule,
                    catch_up: CatchUp::default(),
                }))
            }
            Self::Text(text) => Ok(Repeat::Words(text, CatchUp::default())),
            Self::Object(object) => {
                let catch_up = object.catch_up.unwrap_or_default();
                let text = match (object.rrule, object.words) {
                    (Some(text), _) => text,
                    (None, Some(words)) if object.mode.is_none() && object.overflow.is_none() => {
                        return Ok(Repeat::Words(words, catch_up));
                    }
                    _ => {
                        let detail = "a rule has an rrule, or words without mode and overflow";
                        return Err(Problem::new(Code::InvalidField, detail).at(pointer));
                    }
                };
                let mut rule = parse(&text, &format!("{pointer}/rrule"))?;
                rule.mode = object.mode.unwrap_or(rule.mode);
                rule.overflow = object.overflow.unwrap_or(rule.overflow);
                Ok(Repeat::Exact(NewSeries { rule, catch_up }))
            }
        }
    }
}

fn is_rrule(text: &str) -> bool {
    let text = text.trim_start();
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    let name = text.split('=').next().unwrap_or_default();
    text.contains('=') && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn parse(text: &str, pointer: &str) -> Result<Rule, Problem> {
    let text = text.trim();
    let text = text.strip_prefix("RRULE:").unwrap_or(text);
    Rule::parse(text)
        .map_err(|error| Problem::new(Code::InvalidField, error.to_string()).at(pointer))
}
