//! Sentences that need no facts.

use language::{Chat, Context};

use super::text::{Text, Words, args};

/// Another domain.
pub(super) fn out_of_scope(ctx: &Context) -> String {
    before_it(Text::OutOfScope, ctx)
}

/// A sentence back.
pub(super) fn small_talk(chat: Chat, ctx: &Context) -> String {
    let text = match chat {
        Chat::Greeting => Text::Greeting,
        Chat::Thanks => Text::Thanks,
        Chat::Farewell => Text::Farewell,
        Chat::Acknowledgement => Text::Acknowledged,
        Chat::NothingPending => Text::NothingPending,
        Chat::Negated => Text::Rejected,
        Chat::Advice => Text::Advice,
        Chat::Remark => return before_it(Text::Remark, ctx),
    };
    Words::of(&ctx.locale).say(text)
}

/// With what a person may say before something to do.
fn before_it(text: Text, ctx: &Context) -> String {
    let opening = language::echo::opening(&ctx.locale);
    Words::of(&ctx.locale).with(text, &args!["opening" => opening])
}

/// How long what was deleted can be brought back.
pub(super) fn kept(words: Words, tasks: usize, days: i64) -> String {
    words.with(Text::Kept, &args!["count" => tasks, "days" => days])
}

/// `message` as a sentence: a capital first, a full stop last.
pub(super) fn sentence(message: &str) -> String {
    let mut characters = message.trim().chars();
    let Some(first) = characters.next() else {
        return String::new();
    };
    let mut sentence: String = first.to_uppercase().chain(characters).collect();
    if !sentence.ends_with(['.', '?']) {
        sentence.push('.');
    }
    sentence
}
