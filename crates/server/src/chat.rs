//! Chat protocols: projections of the events of a turn.

pub(crate) mod ui_stream;
