//! Ways that must not be taken: the chat changes nothing but as a client of the MCP server.

use super::Finding;
use crate::tree::{SourceFile, Tree};

/// The chat.
const CHAT: &str = "crates/agent/src/chat";

/// What would lead past the server.
const PAST: [&str; 4] = [
    "tools::call",
    "tools::{self",
    ".execute(",
    ".execute_request(",
];

pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let chat = tree.files().iter().filter(|file| {
        let rest = file.path.strip_prefix(CHAT);
        file.extension() == "rs" && rest.is_some_and(|rest| rest.starts_with(['/', '.']))
    });
    chat.flat_map(check_file).collect()
}

fn check_file(file: &SourceFile) -> Vec<Finding> {
    let lines = file.text.lines().enumerate();
    let past = lines.filter_map(|(at, line)| {
        let way = PAST.iter().find(|way| line.contains(*way))?;
        let message =
            format!("'{way}' leads past the MCP server; the chat reaches the tools by its client");
        Some(Finding::new(&file.path, at + 1, message))
    });
    past.collect()
}

#[cfg(test)]
mod tests {
    use super::super::assert_findings;
    use super::*;

    #[test]
    fn a_chat_that_calls_a_tool_or_the_app_itself_is_found() {
        let tree = Tree::of(&[
            (
                "crates/agent/src/chat.rs",
                "//! x\napp.execute(&actor, command)",
            ),
            (
                "crates/agent/src/chat/run.rs",
                "//! x\ntools::call(app, name)",
            ),
            (
                "crates/agent/src/chat/ask.rs",
                "//! x\nself.app.tasks_by_id(&ids)",
            ),
            (
                "crates/agent/src/mcp/calling.rs",
                "//! x\ntools::call_with(app)",
            ),
        ]);
        assert_findings(
            &check(&tree),
            &[
                "crates/agent/src/chat.rs:2: '.execute(' leads past the MCP server; the chat reaches the tools by its client",
                "crates/agent/src/chat/run.rs:2: 'tools::call' leads past the MCP server; the chat reaches the tools by its client",
            ],
        );
    }
}
