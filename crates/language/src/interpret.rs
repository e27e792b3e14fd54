//! The way from a text to a proposal: politeness off, answers to what was asked, then clause by
//! clause commands, new tasks, facts, questions, and what is none of these.

use domain::command::NewTask;
use domain::limits;

use crate::context::{Context, Mode};
use crate::creation::Prefix;
use crate::denial::refusal;
use crate::draft::Drafted;
use crate::locale::{self, Word};
use crate::pattern::skip_signs_back;
use crate::pieces::{Setting, Value};
use crate::proposal::{Action, Chat, Doubt, Proposal, Reply, Span, SpanKind, TaskRef};
use crate::scope::Scope;
use crate::small_talk::Talk;
use crate::tokens::{Kind, tokenize};
use crate::when::Scan;

/// What `text` asks for. Deterministic, linear in the length of the text, and never panics. Texts
/// longer than [`domain::limits::TEXT_CHARS`] are [`crate::Reply::Unknown`].
pub fn interpret(text: &str, ctx: &Context) -> Proposal {
    if text.chars().nth(limits::TEXT_CHARS).is_some() {
        return Proposal::default();
    }
    let locale = locale::of(&ctx.locale);
    let tokens = tokenize(text, locale);
    let scan = Scan::new(&tokens, ctx);
    if !tokens.iter().any(|token| token.kind != Kind::Newline) {
        return Proposal::default();
    }
    match ctx.mode {
        Mode::Add => scan.add(text),
        Mode::Any => scan.any(text),
    }
}

impl Scan<'_> {
    /// The add box: everything is a new task, line by line.
    pub(crate) fn add(&self, text: &str) -> Proposal {
        let to = self.tokens.len();
        let (from, to) = self.list_item(0, to);
        let (from, prefix) = match self.add_prefix(from, to) {
            Some(prefix) if prefix.end < to => (prefix.end, prefix),
            _ => (from, Prefix::default()),
        };
        let to = prefix.ends(to);
        // "guten Morgen" names no time.
        let drafted = if self.talk(0, self.tokens.len()) == Some(Talk::Greet) {
            Drafted::default()
        } else {
            self.draft(text, from, to, prefix.opening, &prefix.pieces)
        };
        let mut proposal = self.created(text, drafted, 0, from);
        if proposal.actions.is_empty() {
            // Nothing but a date: the words themselves are the title.
            let title = crate::titles::plain_title(text);
            if !title.is_empty() {
                let draft = crate::proposal::Draft {
                    task: NewTask {
                        title,
                        ..Default::default()
                    },
                    spans: Vec::new(),
                };
                proposal = Proposal {
                    actions: vec![Action::Create {
                        drafts: vec![draft],
                    }],
                    reply: Reply::Act,
                    ..Proposal::default()
                };
            }
        }
        proposal
    }

    pub(crate) fn any(&self, text: &str) -> Proposal {
        let (from, to) = (0, self.tokens.len());
        if let Some(proposal) = self.answer(from, to) {
            return proposal;
        }
        let (start, end) = self.request(from, to);
        let start = self.inner_opening(start, end);
        let start = self.behind_opened_list(start, end);
        if start >= end {
            // Nothing but politeness.
            return match self.talk(from, to) {
                Some(talk) => talking(talk),
                None => Proposal {
                    reply: Reply::SmallTalk(Chat::Acknowledgement),
                    ..Proposal::default()
                },
            };
        }
        if let Some(talk) = self.talk(from, to).or_else(|| self.talk(start, end)) {
            return talking(talk);
        }
        if self.is_negated(start, end) {
            return refusal();
        }
        let able = self.ability(start, end);
        if let Some(proposal) = able.and_then(|from| self.asked_whether(text, from, end)) {
            return proposal;
        }
        let parts = self.commands_in(start, end);
        let mut proposal = Proposal::default();
        for (n, (from, to)) in parts.iter().enumerate() {
            let (from, to) = if n == 0 {
                (*from, *to)
            } else {
                self.request(*from, *to)
            };
            let mut part = self.clause(text, from, to);
            if part.reply != Reply::Act {
                // One part that is not understood makes the whole of it unclear.
                return Proposal {
                    spans: proposal.spans,
                    ..part
                };
            }
            for action in part.actions {
                if !self.join(&mut proposal.actions, action) {
                    return Proposal {
                        spans: proposal.spans,
                        ..Proposal::default()
                    };
                }
            }
            proposal.spans.append(&mut part.spans);
            proposal.doubts.append(&mut part.doubts);
            proposal.reply = Reply::Act;
        }
        proposal.spans.sort_by_key(|span| span.start);
        proposal
            .spans
            .dedup_by(|later, earlier| later.start < earlier.end);
        proposal
    }

    /// "is it possible to ..", "can we ..": a request where it names what is meant, a question
    /// where it would change something else; `None` where it is about something else.
    fn asked_whether(&self, text: &str, from: usize, to: usize) -> Option<Proposal> {
        let (begin, to) = self.request(from, to);
        let clause = self.clause(text, begin, to);
        if clause.reply != Reply::Act {
            return None;
        }
        let ends = |action: &Action| {
            matches!(action, Action::Delete { .. } | Action::Complete { .. })
                && self.is(from - 1, Word::Speaker)
        };
        let named = |action: &Action| match action {
            Action::List { .. } | Action::Agenda { .. } => true,
            Action::Create { .. } => self.create_prefix(begin, to).is_some(),
            Action::AddMissing { .. } => true,
            // "can I delete it?" asks; "can we move it to friday?" asks for it.
            other => {
                !ends(other)
                    && matches!(
                        other.tasks(),
                        Some(TaskRef::Text(_) | TaskRef::Number(_) | TaskRef::Focus)
                    )
            }
        };
        if clause.actions.iter().all(named) {
            return Some(clause);
        }
        Some(Proposal {
            reply: Reply::Help,
            ..Proposal::default()
        })
    }

    /// One clause.
    pub(crate) fn clause(&self, text: &str, from: usize, to: usize) -> Proposal {
        if from >= to {
            return Proposal::default();
        }
        let asks = self.means(to - 1, "?")
            || self.locale.topics.questions.contains(self.surface(from))
            || self.ends_as_question(from, to);
        if let Some(proposal) = self.subtasks(text, from, to) {
            return proposal;
        }
        if let Some(proposal) = self.if_missing(text, from, to) {
            return proposal;
        }
        if let Some(proposal) = self.told(text, from, to) {
            return proposal;
        }
        // "remind me to ..", "add .." come first: what follows them is never a command.
        let prefix = self.create_prefix(from, to);
        if let Some(action) = self
            .command(from, to)
            .or_else(|| self.move_to_known_project(from, to))
        {
            return self.commanded(text, action, from, to);
        }
        if !self.locale.topics.questions.contains(self.surface(from))
            && let Some(proposal) = self.new_list(from, to)
        {
            return proposal;
        }
        // "tomorrow remind me to ..", "by friday I have to ..".
        if prefix.is_none()
            && let Some((lead, next)) = self.leading_time(from, to)
            && let Some(mut prefix) = self.create_prefix(next, to)
            && !(prefix.weak && self.wants_to_be_told(prefix.end, next, to))
            && !self.is_strange(&prefix, to)
        {
            prefix.pieces.push(lead);
            return self.creating(text, from, to, &prefix);
        }
        let prefix = prefix.filter(|prefix| {
            let told = prefix.weak && (asks || self.wants_to_be_told(prefix.end, from, to));
            !told && !self.is_strange(prefix, to)
        });
        if let Some(prefix) = prefix.as_ref() {
            return self.creating(text, from, to, prefix);
        }
        if let Some(action) = self.fact(from, to).filter(|_| !asks) {
            return self.commanded(text, action, from, to);
        }
        if matches!(self.sense(from), "should" | "shall" | "may")
            && matches!(self.sense(from + 1), "i" | "we")
        {
            return Proposal {
                reply: Reply::SmallTalk(Chat::Advice),
                ..Proposal::default()
            };
        }
        if let Some(action) = self.whether_done(from, to).filter(|_| asks) {
            return acting(vec![action]);
        }
        if let Some(action) = self.query(from, to) {
            return Proposal {
                actions: vec![action],
                reply: Reply::Act,
                ..Proposal::default()
            };
        }
        if let Some(action) = self.about_list(from, to) {
            return Proposal {
                actions: vec![action],
                reply: Reply::Act,
                ..Proposal::default()
            };
        }
        if let Some(start) = self.behind_reason(from, to) {
            let told = self.clause(text, start, to);
            if told.reply == Reply::Act && !told.actions.is_empty() {
                return self.named_before(told);
            }
        }
        if asks {
            return match self.remark(from, to) {
                Some(talk) => Proposal {
                    reply: talk.reply(),
                    ..Proposal::default()
                },
                None => Proposal {
                    reply: Reply::OutOfScope,
                    ..Proposal::default()
                },
            };
        }
        if let Some(talk) = self.remark(from, to) {
            return Proposal {
                reply: talk.reply(),
                ..Proposal::default()
            };
        }
        if let Some(action) = self.kind_by_time(from, to) {
            return acting(vec![action]);
        }
        self.bare(text, from, to)
    }

    /// A verb of change with a task's title behind it and nothing more: "rename call mom".
    fn is_unfinished(&self, at: usize, to: usize) -> bool {
        at + 1 < to && self.locale.topics.moving.contains(self.surface(at)) && self.verb_at(at + 1)
    }

    /// What "it" in a request behind a reason means stands in the reason: it is asked for.
    fn named_before(&self, mut told: Proposal) -> Proposal {
        let unclear = |action: &Action| action.tasks() == Some(&TaskRef::Focus);
        if told.actions.iter().any(unclear) {
            told.doubts.push(Doubt {
                question: self.locale.catalogue.doubts.which_task.to_owned(),
                alternatives: Vec::new(),
            });
        }
        told
    }

    /// "my list contains what", "and it is done how often".
    pub(crate) fn ends_as_question(&self, from: usize, to: usize) -> bool {
        let mut end = skip_signs_back(self, from, to);
        while end > from + 2 && matches!(self.sense(end - 1), "again" | "please" | "thanks") {
            end -= 1;
        }
        end > from + 1
            && (self.is(end - 1, Word::Asking)
                || end > from + 2
                    && self.is(end - 2, Word::Asking)
                    && self.is(end - 1, Word::Often))
    }

    pub(crate) fn commanded(&self, text: &str, action: Action, from: usize, to: usize) -> Proposal {
        if let Action::Organize(organize) = &action
            && let Some(asking) = self.homeless_section(organize)
        {
            return asking;
        }
        let spans: Vec<Span> = self
            .span(
                text,
                from,
                skip_signs_back(self, from, to),
                SpanKind::Command,
            )
            .into_iter()
            .collect();
        Proposal {
            actions: vec![action],
            spans,
            reply: Reply::Act,
            ..Proposal::default()
        }
    }

    pub(crate) fn creating(&self, text: &str, from: usize, to: usize, prefix: &Prefix) -> Proposal {
        if self.is_refused(prefix, to) {
            return refusal();
        }
        // "can you remind me to buy milk?" asks, and the title does not.
        let asked = self.means(to - 1, "?") && self.is_asked_for(from);
        let to = if asked {
            skip_signs_back(self, from, to)
        } else {
            to
        };
        let close = prefix.ends(to);
        let drafted = self.draft(text, prefix.end, close, prefix.opening, &prefix.pieces);
        let empty = drafted.drafts.is_empty();
        let mut proposal = self.created(text, drafted, from, prefix.end);
        if empty {
            proposal.reply = Reply::Act;
            proposal.doubts.push(Doubt {
                question: self.locale.catalogue.doubts.remind_of_what.to_owned(),
                alternatives: Vec::new(),
            });
        }
        proposal
    }

    /// The proposal that makes the drafts, with the opening words as a span.
    pub(crate) fn created(
        &self,
        text: &str,
        drafted: Drafted,
        from: usize,
        begin: usize,
    ) -> Proposal {
        if drafted.drafts.is_empty() {
            return Proposal {
                doubts: drafted.doubts,
                ..Proposal::default()
            };
        }
        let mut spans: Vec<Span> = self
            .span(text, from, begin, SpanKind::Command)
            .into_iter()
            .collect();
        spans.extend(
            drafted
                .drafts
                .iter()
                .flat_map(|draft| draft.spans.iter().cloned()),
        );
        spans.sort_by_key(|span| (span.start, span.end));
        spans.dedup_by(|later, earlier| later.start < earlier.end);
        Proposal {
            actions: vec![Action::Create {
                drafts: drafted.drafts,
            }],
            spans,
            doubts: drafted.doubts,
            reply: Reply::Act,
        }
    }

    /// A bare imperative or noun phrase: a task when it says when, or begins with a verb of tasks.
    pub(crate) fn bare(&self, text: &str, from: usize, to: usize) -> Proposal {
        let pieces = self.pieces(from, to, Setting::default());
        let timed = pieces
            .iter()
            .any(|piece| piece.value.is_time() || matches!(piece.value, Value::Reminders(_)));
        let marked = pieces
            .iter()
            .any(|piece| !piece.value.is_time() && !matches!(piece.value, Value::Length(_)));
        let begin = pieces
            .iter()
            .find(|piece| piece.from == from)
            .map_or(from, |piece| piece.to);
        let begin = (begin..to)
            .find(|at| self.tokens[*at].is_content())
            .unwrap_or(from);
        let scope = self.scope(from, to, begin, timed, marked);
        // "can you book a table?" asks the assistant to do it itself.
        let favour = self.is_favour() && !marked;
        // "delete", "redo": an order without its object is no task. Where verbs close, an order has
        // another form than a task.
        let order = self.locale.topics.changing.contains(self.surface(begin));
        let bare_order = order
            && (self.locale.grammar.verbs_close || begin + 1 >= skip_signs_back(self, from, to));
        // What it takes stands behind the verb that closes what is to do.
        let length = pieces
            .last()
            .filter(|piece| matches!(piece.value, Value::Length(_)));
        let end = length.map_or(to, |piece| skip_signs_back(self, begin, piece.from));
        // "streich Eier nicht von der Liste"
        let denied = self.denies(begin, to) && (begin..to).any(|at| self.means(at, "list"));
        let is_task = match scope {
            // "move call mom" names a task that exists, and says nothing to do with it.
            _ if bare_order || denied || self.is_unfinished(begin, to) => false,
            _ if self.breaks_off(begin, to) => false,
            Scope::Foreign => false,
            Scope::Open => !favour && (timed || marked || self.acts(begin, end)),
        };
        if !is_task {
            let reply = if scope == Scope::Foreign {
                Reply::OutOfScope
            } else {
                Reply::Unknown
            };
            return Proposal {
                reply,
                ..Proposal::default()
            };
        }
        let drafted = self.draft_of(text, (from, to), Default::default(), &[], &pieces);
        self.created(text, drafted, from, from)
    }
}

fn talking(talk: Talk) -> Proposal {
    Proposal {
        reply: talk.reply(),
        ..Proposal::default()
    }
}

/// A proposal of actions alone.
pub(crate) fn acting(actions: Vec<Action>) -> Proposal {
    Proposal {
        actions,
        reply: Reply::Act,
        ..Proposal::default()
    }
}
