//! Moments in words: days, clock times, lengths, ranges, and what they mean for a due date.

pub(crate) mod amounts;
pub(crate) mod clock;
pub(crate) mod day;
pub(crate) mod edges;
pub(crate) mod feasts;
pub(crate) mod moment;
pub(crate) mod moments;
pub(crate) mod month_days;
pub(crate) mod numbers;
pub(crate) mod numeric;
pub(crate) mod parts;
pub(crate) mod ranges;
pub(crate) mod relative;
pub(crate) mod scan;
pub(crate) mod settle;
pub(crate) mod weekdays;

pub(crate) use moment::{Bound, Clock, Days, Grain, Moment, When};
pub(crate) use scan::Scan;
