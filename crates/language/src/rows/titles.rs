//! What the add box makes of a text: for titles that only look as if they said when.

use serde_json::{Value, json};

use super::calls;
use crate::context::{Context, Mode};
use crate::interpret;
use crate::proposal::Action;

/// The tasks that the add box would make.
pub(super) fn predict(text: &str, mut ctx: Context) -> Value {
    ctx.mode = Mode::Add;
    let proposal = interpret(text, &ctx);
    let mut made = Vec::new();
    for action in &proposal.actions {
        if let Action::Create { drafts } = action {
            made.extend(drafts.iter().map(|draft| calls::create(&draft.task, &ctx)));
        }
    }
    json!({ "calls": made })
}
