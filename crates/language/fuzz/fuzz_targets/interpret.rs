//! Any text in both modes: no panic, spans inside the text, in order and apart, bounded output, and
//! the add box only creates.
#![no_main]

use domain::time::TimeSettings;
use language::{Action, Context, Mode, interpret};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, bool, &str)| {
    let (add, german, text) = input;
    let now = "2026-11-20T10:00:00Z".parse().expect("a fixed instant");
    let locale = if german { "de-DE" } else { "en-US" };
    let mut ctx = Context::new(now, TimeSettings::default(), locale);
    ctx.mode = if add { Mode::Add } else { Mode::Any };
    ctx.projects = vec!["Work".to_owned(), "Groceries".to_owned()];
    ctx.tags = vec!["home".to_owned()];
    let proposal = interpret(text, &ctx);
    let length = text.encode_utf16().count();
    let mut end = 0;
    for span in &proposal.spans {
        assert!(span.start >= end && span.start < span.end && span.end <= length);
        end = span.end;
    }
    for action in &proposal.actions {
        if let Action::Create { drafts } = action {
            assert!(!drafts.is_empty() && drafts.len() <= domain::limits::COMMAND_TASKS);
            for draft in drafts {
                assert!(draft.task.title.chars().count() <= domain::limits::TITLE_CHARS);
            }
        } else {
            assert!(!add, "the add box did more than create");
        }
    }
});
