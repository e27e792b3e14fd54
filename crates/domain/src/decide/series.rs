//! Starting a series: where it is anchored and when it is first due.

use super::Rejection;
use super::draft::Draft;
use crate::command::{NewSeries, SeriesTime};
use crate::due::Due;
use crate::rule::Moment;
use crate::task::Series;

/// A series and the due of its first occurrence.
///
/// With a due, the series starts there. Without one, the first occurrence is the first on or
/// after today (timed: after now) on the owner's clock (model, section 3.12).
pub(super) fn start(
    draft: &Draft<'_>,
    new: &NewSeries,
    due: Option<&Due>,
    time: Option<&SeriesTime>,
) -> Result<(Series, Due), Rejection> {
    let base = due.cloned().unwrap_or_else(|| today(draft, time));
    let zone = base.zone_or(&draft.clock.zone);
    let anchor = base.slot();
    let first = match due {
        Some(_) => new.rule.begin(anchor, &zone),
        None => {
            let moment = Moment::new(draft.ctx.now, &draft.clock, zone);
            new.rule.first_due(anchor.time, &moment)
        }
    };
    let Some(slot) = first else {
        return Err(Rejection::invalid(
            "/rule",
            format!(
                "'{}' has no date from {anchor} on; choose a later end",
                new.rule.to_rrule()
            ),
        ));
    };
    let series = Series {
        rule: new.rule.clone().settled(slot),
        anchor: slot,
        slot,
        spent: 0,
        catch_up: new.catch_up,
        original: None,
    };
    let due = match (slot.time, base) {
        // An hourly rule that was given without a time starts at one.
        (Some(time), Due::Day { .. }) => Due::Floating {
            date: slot.date,
            time,
        },
        (_, base) => base.at(slot),
    };
    Ok((series, due))
}

fn today(draft: &Draft<'_>, time: Option<&SeriesTime>) -> Due {
    match time {
        None => Due::Day {
            date: draft.clock.today(draft.ctx.now),
        },
        Some(SeriesTime { time, zone: None }) => Due::Floating {
            date: draft.clock.local(draft.ctx.now).date(),
            time: *time,
        },
        Some(SeriesTime {
            time,
            zone: Some(zone),
        }) => Due::Zoned {
            date: draft.ctx.now.to_zoned(zone.time_zone().clone()).date(),
            time: *time,
            zone: zone.clone(),
        },
    }
}
