//! Recurrence phrases: first due date, rule, next five occurrences.

use domain::Slot;
use domain::rule::upcoming;
use domain::task::{CatchUp, Series};
use jiff::tz::TimeZone;
use serde_json::{Value, json};

use crate::context::Context;
use crate::locale;
use crate::tokens::tokenize;
use crate::when::Scan;

pub(super) fn predict(text: &str, ctx: &Context) -> Value {
    let tokens = tokenize(text, locale::of(&ctx.locale));
    let mut scan = Scan::new(&tokens, ctx);
    scan.lenient = true;
    let Some(settled) = scan.rule_phrase(0, tokens.len()) else {
        return json!({});
    };
    let anchor = settled.due.slot();
    let zone = settled.due.zone_or(&ctx.time.zone);
    let series = Series {
        rule: settled.rule.clone(),
        anchor,
        slot: anchor,
        spent: 0,
        catch_up: CatchUp::Jump,
        original: None,
    };
    let next: Vec<Slot> = upcoming(&series, &zone, 5);
    let mut answer = json!({
        "due": anchor.to_string(),
        "recurrence": settled.rule.to_interpret_rrule(anchor),
        "next": next.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "words": crate::echo::rule(&settled.rule, Some(anchor), &ctx.locale),
    });
    if anchor.time.is_some() {
        answer["due_utc"] = utc(anchor, &zone).into();
        answer["next_utc"] = next
            .iter()
            .map(|slot| utc(*slot, &zone))
            .collect::<Vec<_>>()
            .into();
    }
    answer
}

fn utc(slot: Slot, zone: &TimeZone) -> String {
    match zone.to_ambiguous_timestamp(slot.datetime()).compatible() {
        Ok(instant) => instant.to_string(),
        Err(_) => String::new(),
    }
}
