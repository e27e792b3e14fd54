//! What a client learns of a tool before it calls it.

use serde_json::{Value, json};

/// One tool.
#[derive(Debug, Clone, Copy)]
pub struct Tool {
    /// What it is called by.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub purpose: &'static str,
    /// What it may do.
    pub effect: Effect,
    /// JSON schema of the arguments.
    pub input: fn() -> Value,
    /// JSON schema of the structured result.
    pub output: fn() -> Value,
}

/// What a tool may do. These are hints for clients; nothing is decided by them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It only reads.
    Reads,
    /// It changes tasks.
    Changes {
        /// Whether it can overwrite or remove something.
        destructive: bool,
        /// Whether a repetition changes nothing more.
        idempotent: bool,
    },
}

impl Tool {
    /// The tool as an MCP client sees it in `tools/list`.
    pub fn describe(&self) -> Value {
        let annotations = match self.effect {
            Effect::Reads => json!({ "readOnlyHint": true, "openWorldHint": false }),
            // What the protocol takes for granted (destructive, not idempotent) is not repeated.
            Effect::Changes {
                destructive,
                idempotent,
            } => {
                let mut hints = json!({ "openWorldHint": false });
                if !destructive {
                    hints["destructiveHint"] = json!(false);
                }
                if idempotent {
                    hints["idempotentHint"] = json!(true);
                }
                hints
            }
        };
        json!({
            "name": self.name,
            "description": self.purpose,
            "inputSchema": (self.input)(),
            "outputSchema": (self.output)(),
            "annotations": annotations,
        })
    }
}
