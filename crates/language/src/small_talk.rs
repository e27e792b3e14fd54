//! Greetings, thanks, yes and no: what wants an answer and changes nothing.

use crate::context::Context;
use crate::locale;
use crate::proposal::{Chat, Reply};
use crate::tokens::tokenize;
use crate::when::Scan;

/// Kinds of small talk that phrases tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Talk {
    Yes,
    YesToAll,
    No,
    Greet,
    Thank,
    Bye,
    Help,
    Acknowledge,
    Remark,
    Advice,
}

impl Talk {
    /// What to answer where nothing waits for a yes.
    pub(crate) fn reply(self) -> Reply {
        Reply::SmallTalk(match self {
            Self::Yes | Self::YesToAll | Self::No => Chat::NothingPending,
            Self::Greet => Chat::Greeting,
            Self::Thank => Chat::Thanks,
            Self::Bye => Chat::Farewell,
            Self::Help => return Reply::Help,
            Self::Acknowledge => Chat::Acknowledgement,
            Self::Remark => Chat::Remark,
            Self::Advice => Chat::Advice,
        })
    }

    /// Whether it is certain from the words alone. Remarks and advice may also be facts and questions.
    pub(crate) fn is_firm(self) -> bool {
        !matches!(self, Self::Remark | Self::Advice)
    }
}

/// What `text` says to a question of yes or no, in the speaker's words; `None` where it is neither.
pub fn yes_or_no(text: &str, ctx: &Context) -> Option<bool> {
    let tokens = tokenize(text, locale::of(&ctx.locale));
    match Scan::new(&tokens, ctx).talk(0, tokens.len())? {
        Talk::Yes | Talk::YesToAll => Some(true),
        Talk::No => Some(false),
        _ => None,
    }
}

impl Scan<'_> {
    /// The small talk that `from..to` wholly is.
    pub(crate) fn talk(&self, from: usize, to: usize) -> Option<Talk> {
        let phrases = self.locale.phrases.talk.iter();
        phrases
            .filter(|(talk, _)| talk.is_firm())
            .find(|(_, phrase)| phrase.whole(self, from, to).is_some())
            .map(|(talk, _)| *talk)
    }

    /// The remark or request for advice that `from..to` wholly is.
    pub(crate) fn remark(&self, from: usize, to: usize) -> Option<Talk> {
        let phrases = self.locale.phrases.talk.iter();
        phrases
            .filter(|(talk, _)| !talk.is_firm())
            .find(|(_, phrase)| phrase.whole(self, from, to).is_some())
            .map(|(talk, _)| *talk)
    }
}
