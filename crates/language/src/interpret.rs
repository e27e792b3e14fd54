//! The way from a text to a proposal.

use crate::context::Context;
use crate::proposal::Proposal;

/// What `text` asks for. Deterministic, linear in the length of the text, and never panics. Texts
/// longer than [`domain::limits::TEXT_CHARS`] are [`crate::Reply::Unknown`].
pub fn interpret(text: &str, ctx: &Context) -> Proposal {
    let _ = (text, ctx);
    Proposal::default()
}
