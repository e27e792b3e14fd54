//! The way from a text to a proposal: politeness off, answers to what was asked, then clause by
//! clause commands, new tasks, facts, questions, and what is none of these.

use domain::limits;

use crate::context::{Context, Mode};
use crate::creation::Prefix;
use crate::draft::Drafted;
use crate::locale;
use crate::pattern::skip_signs_back;
use crate::pieces::{Setting, Value};
use crate::proposal::{Action, Chat, Doubt, Proposal, Reply, Span, SpanKind, TaskRef};
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
    fn add(&self, text: &str) -> Proposal {
        let to = self.tokens.len();
        let (from, to) = self.list_item(0, to);
        let (from, prefix) = match self.add_prefix(from, to) {
            Some(prefix) if prefix.end < to => (prefix.end, prefix),
            _ => (from, Prefix::default()),
        };
        let drafted = self.draft(text, from, to, prefix.opening, &prefix.pieces);
        let mut proposal = self.created(text, drafted, 0, from);
        if proposal.actions.is_empty() {
            // Nothing but a date: the words themselves are the title.
            let title = crate::draft::plain_title(text);
            if !title.is_empty() {
                let draft = crate::proposal::Draft {
                    task: domain::command::NewTask {
                        title,
                        source_text: Some(text.to_owned()),
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

    fn any(&self, text: &str) -> Proposal {
        let (from, to) = (0, self.tokens.len());
        if let Some(proposal) = self.answer(from, to) {
            return proposal;
        }
        let (start, end) = self.request(from, to);
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
            return Proposal {
                reply: Reply::SmallTalk(Chat::Negated),
                ..Proposal::default()
            };
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
            proposal.actions.append(&mut part.actions);
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

    /// One clause.
    fn clause(&self, text: &str, from: usize, to: usize) -> Proposal {
        if from >= to {
            return Proposal::default();
        }
        let asks =
            self.low_is(to - 1, "?") || self.locale.topics.questions.contains(&self.low(from));
        // "remind me to ..", "add .." come first: what follows them is never a command.
        let prefix = self.create_prefix(from, to);
        if let Some(action) = self
            .command(from, to)
            .or_else(|| self.move_to_known_project(from, to))
        {
            return self.commanded(text, action, from, to);
        }
        let prefix = prefix.filter(|prefix| {
            !(asks && prefix.weak)
                && !(prefix.weak && self.wants_to_be_told(prefix.end, from, to))
                && !self.is_strange(prefix, to)
        });
        if let Some(prefix) = prefix.as_ref() {
            return self.creating(text, from, to, prefix);
        }
        if let Some(action) = self.fact(from, to).filter(|_| !asks) {
            return self.commanded(text, action, from, to);
        }
        if matches!(self.low(from), "should" | "shall" | "may")
            && matches!(self.low(from + 1), "i" | "we")
        {
            return Proposal {
                reply: Reply::SmallTalk(Chat::Advice),
                ..Proposal::default()
            };
        }
        if let Some(action) = self.query(from, to) {
            return Proposal {
                actions: vec![action],
                reply: Reply::Act,
                ..Proposal::default()
            };
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
        self.bare(text, from, to)
    }

    /// Whether the sentence began by asking the assistant: "can you ..", "would you ..".
    fn is_favour(&self) -> bool {
        let mut at = 0;
        while at < self.tokens.len() && !matches!(self.low(at), "can" | "could" | "would" | "will")
        {
            if at > 3 || self.verb_at(at) {
                return false;
            }
            at += 1;
        }
        matches!(self.low(at), "can" | "could" | "would" | "will") && self.low_is(at + 1, "you")
    }

    /// "i need to know ..", "i want to listen to ..": a wish for an answer or for another service.
    fn wants_to_be_told(&self, at: usize, from: usize, to: usize) -> bool {
        let topics = self.locale.topics;
        let at = if self.low_is(at, "to") { at + 1 } else { at };
        let verb = self.low(at);
        if matches!(
            verb,
            "know" | "hear" | "see" | "understand" | "listen" | "ask" | "speak" | "talk"
        ) && !(matches!(verb, "talk" | "speak" | "see")
            && matches!(
                self.low(at + 1),
                "to" | "with" | "the" | "my" | "dr" | "doctor"
            ))
        {
            return true;
        }
        let stranger = (at..to).any(|at| {
            self.tokens[at].kind == Kind::Word && topics.strangers.contains(&self.low(at))
        });
        let foreign = (at..to)
            .any(|at| self.tokens[at].kind == Kind::Word && topics.foreign.contains(&self.low(at)));
        let wish = (from..at).any(|at| matches!(self.low(at), "want" | "like" | "wish"));
        let person = matches!(verb, "you" | "someone" | "somebody");
        let timed = self
            .pieces(at, to, Setting::default())
            .iter()
            .any(|piece| piece.value.is_time());
        stranger || person || wish && (!timed || foreign || topics.informing.contains(&verb))
            // "i have a question", "i need some coffee", "i need the balance": no verb of a task.
            || (!timed && !self.verb_at(at) && !self.low_is(at - 1, "to"))
    }

    /// "add this tune to my playlist", "create a playlist": another list than ours, and no word for ours.
    fn is_strange(&self, prefix: &Prefix, to: usize) -> bool {
        let topics = self.locale.topics;
        // "remind me what i wanted to buy" asks; "remind me of the date" does too.
        let asked = topics.questions.contains(&self.low(prefix.end))
            && !matches!(
                self.low(prefix.end),
                "do" | "have" | "will" | "can" | "may" | "when" | "could" | "is" | "are"
            )
            || matches!(
                (self.low(prefix.end), self.low(prefix.end + 1)),
                ("the", "things" | "items" | "date" | "address")
            );
        if asked && (0..prefix.end).any(|at| self.low_is(at, "remind")) {
            return true;
        }
        let ours = (0..to).any(|at| {
            matches!(
                self.low(at),
                "task"
                    | "todo"
                    | "reminder"
                    | "remind"
                    | "list"
                    | "calendar"
                    | "calender"
                    | "do"
                    | "remember"
                    | "forget"
                    | "reminders"
                    | "agenda"
                    | "schedule"
            )
        });
        let listing =
            prefix.opening.listing || prefix.end > 0 && matches!(self.low(prefix.end - 1), "put");
        let theirs = |at: usize| {
            matches!(
                self.low(at),
                "playlist"
                    | "playlists"
                    | "contacts"
                    | "contact"
                    | "album"
                    | "song"
                    | "tune"
                    | "track"
                    | "artist"
            )
        };
        (prefix.end..to).any(theirs)
            && (listing || !ours)
            && !(0..prefix.end)
                .any(|at| matches!(self.low(at), "task" | "todo" | "remind" | "reminder" | "do"))
    }

    fn commanded(&self, text: &str, action: Action, from: usize, to: usize) -> Proposal {
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

    fn creating(&self, text: &str, from: usize, to: usize, prefix: &Prefix) -> Proposal {
        let drafted = self.draft(text, prefix.end, to, prefix.opening, &prefix.pieces);
        let empty = drafted.drafts.is_empty();
        let mut proposal = self.created(text, drafted, from, prefix.end);
        if empty {
            proposal.reply = Reply::Act;
            proposal.doubts.push(Doubt {
                question: "What should I remind you of?".to_owned(),
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
    fn bare(&self, text: &str, from: usize, to: usize) -> Proposal {
        let pieces = self.pieces(from, to, Setting::default());
        let timed = pieces
            .iter()
            .any(|piece| piece.value.is_time() || matches!(piece.value, Value::Reminders(_)));
        let marked = pieces.iter().any(|piece| !piece.value.is_time());
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
        let is_task = match scope {
            Scope::Foreign => false,
            Scope::Open => !favour && (timed || marked || self.verb_at(begin)),
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
        let drafted = self.draft(text, from, to, Default::default(), &[]);
        self.created(text, drafted, from, from)
    }

    /// Whether a bare sentence is about another domain. `said_when` and `marked` speak for a task.
    fn scope(&self, from: usize, to: usize, begin: usize, said_when: bool, marked: bool) -> Scope {
        let topics = self.locale.topics;
        let first = self.low(begin);
        if topics.questions.contains(&self.low(from)) {
            return Scope::Foreign;
        }
        let word = |at: usize| self.tokens[at].kind == Kind::Word;
        let task_like =
            (said_when || marked) && self.verb_at(begin) && !topics.devices.contains(&first);
        // "watch Friday Night Lights": the name of a work decides nothing.
        let work = self.is(begin, crate::locale::Word::Media)
            && self.verb_at(begin)
            && self
                .tokens
                .get(begin + 1)
                .is_some_and(crate::tokens::Token::is_capital);
        let quoted = self.verb_at(begin)
            && self.tokens[begin..to]
                .iter()
                .any(|token| token.kind == Kind::Quote);
        if work || quoted {
            return Scope::Open;
        }
        if !task_like
            && (begin + usize::from(self.verb_at(begin))..to)
                .any(|at| word(at) && topics.strangers.contains(&self.low(at)))
        {
            return Scope::Foreign;
        }
        // "tell me ..", "give us ..", "let me know": the asker wants an answer.
        if self.asks_to_tell(begin) {
            return Scope::Foreign;
        }
        // What speaks of a list without an opening is a request that is not understood.
        let of_lists = !marked
            && (begin + 1..to).any(|at| {
                matches!(self.low(at), "list" | "lists")
                    && (begin..at).any(|at| matches!(self.low(at), "my" | "the"))
            });
        if of_lists {
            return Scope::Foreign;
        }
        let verb = self.verb_at(begin);
        let subject = matches!(first, "anything" | "something" | "during" | "so")
            || matches!(
                first,
                "you"
                    | "he"
                    | "she"
                    | "they"
                    | "we"
                    | "i"
                    | "it"
                    | "there"
                    | "this"
                    | "that"
                    | "the"
                    | "somebody"
                    | "someone"
                    | "your"
                    | "i'm"
                    | "im"
                    | "i've"
                    | "i'll"
                    | "i'd"
                    | "nobody"
                    | "everyone"
                    | "if"
                    | "because"
                    | "since"
            );
        // "my card was denied": a statement, not an order.
        let states = !verb && (begin + 1..to).any(|at| topics.finite.contains(&self.low(at)));
        if subject || states {
            return Scope::Foreign;
        }
        let foreign = (begin..to).any(|at| word(at) && topics.foreign.contains(&self.low(at)));
        let device = topics.devices.contains(&first);
        let machine = matches!(
            first,
            "open"
                | "start"
                | "stop"
                | "restart"
                | "launch"
                | "set"
                | "put"
                | "turn"
                | "close"
                | "display"
                | "pull"
                | "adjust"
                | "switch"
                | "use"
                | "restore"
                | "activate"
                | "save"
                | "go"
                | "skip"
                | "name"
                | "make"
                | "have"
        );
        if machine && !said_when && !marked {
            return Scope::Foreign;
        }
        if device && !verb || device && foreign && !said_when && !marked {
            return Scope::Foreign;
        }
        Scope::Open
    }

    fn asks_to_tell(&self, at: usize) -> bool {
        let me = matches!(self.low(at + 1), "me" | "us");
        matches!(
            self.low(at),
            "tell"
                | "give"
                | "show"
                | "let"
                | "say"
                | "speak"
                | "display"
                | "inform"
                | "explain"
                | "describe"
                | "define"
                | "recommend"
                | "suggest"
                | "list"
                | "name"
                | "search"
        ) || me
            && matches!(
                self.low(at),
                "read"
                    | "get"
                    | "find"
                    | "call"
                    | "play"
                    | "make"
                    | "help"
                    | "teach"
                    | "send"
                    | "bring"
                    | "update"
                    | "wake"
                    | "book"
                    | "order"
                    | "sing"
            )
            || matches!(
                (self.low(at), self.low(at + 1)),
                ("confirm" | "verify", "that" | "if" | "whether" | "my")
                    | ("check", "if" | "whether" | "to")
                    | ("look", "to" | "at")
                    | ("walk", "me")
                    | ("look", "up" | "for")
                    | ("read", "back" | "out" | "off" | "that")
            )
    }

    /// Several commands in one sentence, each with its own opening.
    fn commands_in(&self, from: usize, to: usize) -> Vec<(usize, usize)> {
        let mut parts = Vec::new();
        let mut start = from;
        let mut at = from + 1;
        while at < to {
            let token = &self.tokens[at];
            let joint = token.kind == Kind::Newline
                || matches!(token.text, ";" | "," | "." | "!")
                || token.is(crate::locale::Word::And)
                || token.low_is("then");
            if !joint {
                at += 1;
                continue;
            }
            let mut next = at;
            while next < to
                && (self.tokens[next].kind == Kind::Newline
                    || matches!(self.tokens[next].text, ";" | "," | "." | "!")
                    || self.is(next, crate::locale::Word::And)
                    || matches!(self.low(next), "then" | "also" | "please"))
            {
                next += 1;
            }
            let breaks = (at..next).any(|at| self.tokens[at].kind == Kind::Newline);
            if next < to && self.splits(start, at, next, to, breaks) {
                parts.push((start, at));
                start = next;
            }
            at = next.max(at + 1);
        }
        parts.push((start, to));
        parts
    }

    fn splits(&self, start: usize, left: usize, right: usize, to: usize, breaks: bool) -> bool {
        if right - left == 1 && matches!(self.low(left), "." | "!") && self.glued(right) {
            return false;
        }
        let left_creates = self.create_prefix(start, left).is_some();
        let opens = self.opens_command(right, to);
        if !opens {
            // A line of its own may be anything.
            return breaks && !left_creates && self.command(start, left).is_some();
        }
        let right_creates = self.create_prefix(right, to).is_some();
        if left_creates {
            // New tasks in a row are divided with their dates in view, by the draft. What a new
            // task says is its title, also where it sounds like an order.
            let put = self
                .pieces(start, left, Setting { listing: true })
                .iter()
                .any(|piece| piece.to == left && matches!(piece.value, Value::Mark(_)));
            let apart = breaks || put || (left..right).any(|at| self.low_is(at, "then"));
            return apart && !right_creates && self.firm_command(right, to);
        }
        self.command(start, left).is_some() || self.fact(start, left).is_some()
    }

    fn opens_command(&self, at: usize, to: usize) -> bool {
        self.create_prefix(at, to).is_some() || self.firm_command(at, to)
    }

    /// Whether what follows can only be a command: it names its task by more than a verb.
    fn firm_command(&self, at: usize, to: usize) -> bool {
        if !matches!(
            self.low(at),
            "mark"
                | "complete"
                | "delete"
                | "remove"
                | "move"
                | "reschedule"
                | "postpone"
                | "push"
                | "rename"
                | "tag"
                | "untag"
                | "reopen"
                | "uncheck"
                | "snooze"
                | "undo"
                | "skip"
                | "make"
                | "set"
                | "cancel"
                | "check"
                | "tick"
                | "cross"
                | "finish"
                | "unmark"
        ) {
            return false;
        }
        self.command(at, to).is_some()
    }

    /// An answer to what the conversation asked.
    fn answer(&self, from: usize, to: usize) -> Option<Proposal> {
        let talk = &self.ctx.conversation;
        if !talk.pending.is_empty() {
            let reply = self.talk(from, to).or_else(|| {
                let comma = (from..to).find(|at| matches!(self.low(*at), "," | "." | "!"))?;
                let head = self.talk(from, comma)?;
                let tail = self.request(comma + 1, to);
                // "yes, and delete .." is a request of its own.
                (tail.0 >= tail.1 || self.talk(tail.0, tail.1).is_some() || head == Talk::No)
                    .then_some(head)
            });
            match reply {
                Some(Talk::Yes) => return Some(acting(vec![Action::Confirm])),
                Some(Talk::No) => return Some(acting(vec![Action::Reject])),
                _ => {}
            }
        }
        if let Some(asked) = talk.asked.as_ref().filter(|_| !talk.choices.is_empty()) {
            if self.talk(from, to) == Some(Talk::No) {
                return Some(acting(vec![Action::Reject]));
            }
            let (start, end) = self.request(from, to);
            let ids: Option<Vec<_>> =
                if matches!(self.low(start), "all" | "both" | "everything") && end - start <= 3 {
                    Some(talk.choices.iter().map(|choice| choice.id).collect())
                } else {
                    self.chosen(start, end)
                };
            if let Some(ids) = ids {
                return Some(acting(vec![asked.clone().on(TaskRef::Ids(ids))]));
            }
        }
        None
    }

    fn chosen(&self, from: usize, to: usize) -> Option<Vec<domain::TaskId>> {
        let talk = &self.ctx.conversation;
        let end = skip_signs_back(self, from, to);
        if from >= end {
            return None;
        }
        if let Some(n) = self
            .number(from)
            .filter(|(_, next)| *next == end)
            .map(|(n, _)| n)
        {
            let place = usize::try_from(n).ok()?.checked_sub(1)?;
            return talk.choices.get(place).map(|choice| vec![choice.id]);
        }
        let start = if matches!(self.low(from), "the" | "i" | "it's") {
            from + 1
        } else {
            from
        };
        let reference = match self.list_place(from, end) {
            Some(ordinal) => TaskRef::Ordinal(ordinal),
            None if end - start <= 8
                && self.create_prefix(from, to).is_none()
                && self.command(from, to).is_none() =>
            {
                let last = if matches!(self.low(end - 1), "one" | "task") && end - start > 1 {
                    end - 1
                } else {
                    end
                };
                TaskRef::Text(self.text_of(start, last))
            }
            None => return None,
        };
        let action = talk.asked.clone()?.on(reference);
        match crate::resolve::resolve(&action, &talk.choices, self.ctx) {
            crate::resolve::Resolution::Tasks(ids) => Some(ids),
            _ => None,
        }
    }

    /// "don't delete anything", "never move it": an order not to act.
    fn is_negated(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        while matches!(self.low(at), "you" | "please" | "should" | "must") && at < to {
            at += 1;
        }
        let negation = matches!(self.low(at), "don't" | "dont" | "never" | "not")
            || (self.low_is(at, "do") && self.low_is(at + 1, "not"))
            || matches!(self.low(at), "shouldn't" | "mustn't" | "cannot");
        let verb = if self.low_is(at, "do") {
            at + 2
        } else {
            at + 1
        };
        negation
            && !matches!(self.low(verb), "forget" | "let" | "repeat")
            && !(self.low_is(verb, "need") || self.low_is(verb, "want"))
            && self.create_prefix(from, to).is_none()
    }

    /// `from..to` without what is only polite.
    pub(crate) fn request(&self, mut from: usize, mut to: usize) -> (usize, usize) {
        for _ in 0..6 {
            while from < to
                && (self.tokens[from].kind == Kind::Newline
                    || matches!(self.low(from), "," | "." | "!" | ":" | "-" | "…"))
            {
                from += 1;
            }
            let phrases = &self.locale.phrases.polite;
            let found = phrases
                .iter()
                .filter_map(|phrase| phrase.prefix(self, from, to))
                .map(|found| found.end)
                .max();
            match found {
                // A polite word alone is an answer of its own; "hey jude" is not polite.
                Some(end) if end > from && end <= to => from = end,
                _ => break,
            }
        }
        for _ in 0..3 {
            let end = skip_signs_back(self, from, to);
            let length = (1..=4).rev().find(|length| {
                end >= from + length + 1
                    && self
                        .locale
                        .phrases
                        .polite_end
                        .iter()
                        .any(|phrase| phrase.whole(self, end - length, end).is_some())
            });
            match length {
                Some(length) => to = end - length,
                None => break,
            }
        }
        while to > from && self.tokens[to - 1].kind == Kind::Newline {
            to -= 1;
        }
        (from, to)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Scope {
    Open,
    Foreign,
}

fn talking(talk: Talk) -> Proposal {
    Proposal {
        reply: talk.reply(),
        ..Proposal::default()
    }
}

fn acting(actions: Vec<Action>) -> Proposal {
    Proposal {
        actions,
        reply: Reply::Act,
        ..Proposal::default()
    }
}
