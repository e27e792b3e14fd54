//! What a sentence is about: tasks, or something that this is not the place for.

use crate::creation::Prefix;
use crate::locale::Word;
use crate::pattern::skip_signs_back;
use crate::pieces::Setting;
use crate::tokens::Kind;
use crate::when::Scan;

/// What a bare sentence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// It may be a task.
    Open,
    /// It is something else.
    Foreign,
}

impl Scan<'_> {
    /// Whether a bare sentence is about another domain. `said_when` and `marked` speak for a task.
    pub(crate) fn scope(
        &self,
        from: usize,
        to: usize,
        begin: usize,
        said_when: bool,
        marked: bool,
    ) -> Scope {
        let topics = &self.locale.topics;
        let first = self.sense(begin);
        if topics.questions.contains(self.surface(from)) {
            return Scope::Foreign;
        }
        let word = |at: usize| self.tokens[at].kind == Kind::Word;
        let message = matches!(first, "call" | "email" | "send" | "text");
        let closes = self.closes_with_verb(begin, to);
        let task_like = closes
            || (said_when || marked)
                && self.verb_at(begin)
                && (message || !topics.devices.contains(self.surface(begin)));
        // "watch Friday Night Lights": the name of a work decides nothing.
        let work = self.is(begin, Word::Media)
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
        // "stock prices" is no order to stock something; "stock the shelves" is.
        let acts = self.verb_at(begin) && (said_when || self.is(begin + 1, Word::Determiner));
        if !task_like
            && (begin + usize::from(acts)..to)
                .any(|at| word(at) && topics.strangers.contains(self.surface(at)))
        {
            return Scope::Foreign;
        }
        // "tell me ..", "give us ..", "let me know": the asker wants an answer.
        if self.asks_to_tell(begin) {
            return Scope::Foreign;
        }
        // "text Ana saying i will be late", "reply that ..": words to be sent now.
        let dictated = !said_when
            && !marked
            && matches!(
                first,
                "text" | "send" | "write" | "reply" | "respond" | "email" | "message"
            )
            && (begin + 1..to).any(|at| {
                matches!(self.sense(at), "saying" | "stating" | "telling" | "letting")
                    || matches!(self.sense(at), "say" | "says" | "write" | "tell") && at > begin + 1
            });
        if dictated {
            return Scope::Foreign;
        }
        // What speaks of a list without an opening is a request that is not understood.
        let of_lists = !marked
            && (begin + 1..to).any(|at| {
                matches!(self.sense(at), "list" | "lists")
                    && (begin..at).any(|at| matches!(self.sense(at), "my" | "the"))
            });
        if of_lists {
            return Scope::Foreign;
        }
        // "Miete ist teuer": where nouns have capitals, what is something is one.
        let is_noun = self.locale.grammar.nouns_are_capital
            && topics.finite.contains(self.surface(begin + 1));
        let verb = self.verb_at(begin) && !is_noun;
        // "email Sarah", "text Bob": somebody is named.
        let person = self
            .tokens
            .get(begin + 1)
            .is_some_and(|next| begin + 1 < to && next.is_capital());
        if person && matches!(first, "email" | "text" | "call" | "message" | "phone") {
            return Scope::Open;
        }
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
        let after = if begin > from { begin } else { begin + 1 };
        let states = !verb && (after..to).any(|at| topics.finite.contains(self.surface(at)));
        let named = matches!(first, "the" | "this" | "that") && closes;
        // "eigentlich wollte ich ..": who says what they do, orders nothing.
        let speaks = closes && (begin..to).any(|at| self.is(at, Word::Speaker));
        if subject && !named || states || speaks {
            return Scope::Foreign;
        }
        let foreign = (begin..to).any(|at| word(at) && topics.foreign.contains(self.surface(at)));
        let device = topics.devices.contains(self.surface(begin));
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

    pub(crate) fn asks_to_tell(&self, at: usize) -> bool {
        let me = matches!(self.sense(at + 1), "me" | "us");
        matches!(
            self.sense(at),
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
                self.sense(at),
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
                (self.sense(at), self.sense(at + 1)),
                ("confirm" | "verify", "that" | "if" | "whether" | "my")
                    | ("check", "if" | "whether" | "to")
                    | ("look", "to" | "at")
                    | ("walk", "me")
                    | ("look", "up" | "for")
                    | ("read", "back" | "out" | "off" | "that")
            )
    }

    /// Whether the sentence began by asking the assistant: "can you ..", "would you ..".
    pub(crate) fn is_favour(&self) -> bool {
        let mut at = 0;
        while at < self.tokens.len()
            && !matches!(self.sense(at), "can" | "could" | "would" | "will")
        {
            if at > 3 || self.verb_at(at) {
                return false;
            }
            at += 1;
        }
        matches!(self.sense(at), "can" | "could" | "would" | "will") && self.means(at + 1, "you")
    }

    /// "i need to know ..", "i want to listen to ..": a wish for an answer or for another service.
    pub(crate) fn wants_to_be_told(&self, at: usize, from: usize, to: usize) -> bool {
        let topics = &self.locale.topics;
        let at = if self.means(at, "to") { at + 1 } else { at };
        let verb = self.sense(at);
        if matches!(
            verb,
            "know" | "hear" | "see" | "understand" | "listen" | "ask" | "speak" | "talk"
        ) && !(matches!(verb, "talk" | "speak" | "see")
            && matches!(
                self.sense(at + 1),
                "to" | "with" | "the" | "my" | "dr" | "doctor"
            ))
        {
            return true;
        }
        // "i need to change your name", "i have to pay it but need help": for an assistant.
        let assistant = (at..to).any(|at| {
            self.means(at, "your")
                || self.means(at, "you") && self.means(at.wrapping_sub(1), "for")
                || self.means(at, "help")
                    && matches!(self.sense(at.wrapping_sub(1)), "need" | "please")
        });
        // "i need to find someone to ..": a search and no task.
        let service = matches!(self.sense(at + 1), "someone" | "somebody" | "somewhere");
        // "I need to wake up. Make me a coffee": an order to an assistant beside it.
        let ordered = (at + 1..to).any(|at| {
            self.tokens[at - 1].kind == Kind::Punct
                && matches!(self.sense(at + 1), "me" | "us")
                && self.asks_to_tell(at)
        });
        // "i need to let my bank know ..": a customer speaks.
        let customer = matches!(verb, "let" | "notify" | "inform" | "alert" | "tell")
            && topics.institutions.contains(self.surface(at + 2));
        let outside = service
            || customer
            || ordered
            || matches!(verb, "play" | "listen")
            || verb == "find" && matches!(self.sense(at + 1), "out" | "where");
        let lists = (at..to).any(|at| {
            matches!(self.sense(at), "my" | "the")
                && matches!(
                    self.sense(at + 1),
                    "list" | "lists" | "calendar" | "schedule" | "agenda"
                )
        });
        if assistant
            || outside
            || lists && matches!(verb, "check" | "review" | "look" | "see" | "read")
        {
            return true;
        }
        let stranger = (at..to).any(|at| {
            self.tokens[at].kind == Kind::Word && topics.strangers.contains(self.surface(at))
        });
        let foreign = (at..to).any(|at| {
            self.tokens[at].kind == Kind::Word && topics.foreign.contains(self.surface(at))
        });
        let wish = (from..at).any(|at| matches!(self.sense(at), "want" | "like" | "wish"));
        let person = matches!(verb, "you" | "someone" | "somebody");
        let timed = self
            .pieces(at, to, Setting::default())
            .iter()
            .any(|piece| piece.value.is_time());
        let stranger = stranger && !self.closes_with_verb(at, to);
        if self.lacks(at, to) && !stranger && !foreign {
            return false;
        }
        stranger || person || wish && (!timed || foreign || topics.informing.contains(self.surface(at)))
            // "i have a question", "i need some coffee", "i need the balance": no verb of a task.
            || (!timed && !self.acts(at, to) && !self.means(at - 1, "to"))
    }

    /// "we need milk", "I need more soap": a thing of which there is none left, by one to three words.
    fn lacks(&self, at: usize, to: usize) -> bool {
        let end = skip_signs_back(self, at, to);
        let said = at.checked_sub(2).is_some_and(|before| {
            matches!(self.sense(before + 1), "more" | "still")
                || self.means(before, "we") && self.means(before + 1, "need")
        });
        let plain = |at: usize| {
            self.tokens[at].kind == Kind::Word
                && !self.is(at, Word::Determiner)
                && !self.is(at, Word::Speaker)
                && !matches!(
                    self.sense(at),
                    "a" | "an" | "the" | "you" | "time" | "help" | "to"
                )
        };
        said && at < end && end - at <= 3 && (at..end).all(plain)
    }

    /// "reply to", "get rid of": what follows is missing.
    pub(crate) fn breaks_off(&self, from: usize, to: usize) -> bool {
        let end = skip_signs_back(self, from, to);
        !self.locale.grammar.verbs_close
            && end > from + 1
            && matches!(
                self.sense(end - 1),
                "to" | "with" | "of" | "for" | "from" | "about" | "the" | "a" | "my"
            )
    }

    /// "add this tune to my playlist", "create a playlist": another list than ours, and no word for ours.
    pub(crate) fn is_strange(&self, prefix: &Prefix, to: usize) -> bool {
        let topics = &self.locale.topics;
        // "remind me what i wanted to buy" asks; "remind me of the date" does too.
        let begin = if matches!(self.sense(prefix.end), "of" | "about") {
            prefix.end + 1
        } else {
            prefix.end
        };
        let asked = topics.questions.contains(self.surface(begin))
            && !matches!(
                self.sense(begin),
                "do" | "have" | "will" | "can" | "may" | "when" | "could" | "is" | "are"
            )
            || matches!(
                (self.sense(begin), self.sense(begin + 1)),
                ("the", "things" | "items" | "date" | "address")
            );
        if asked && (0..prefix.end).any(|at| self.means(at, "remind")) {
            return true;
        }
        // "notify me of my meetings" asks which; who wants a reminder says so.
        let told = (0..prefix.end)
            .any(|at| matches!(self.sense(at), "notify" | "alert" | "inform"))
            && self.is(begin, Word::Determiner)
            && matches!(
                self.sense(begin + 1),
                "meetings" | "events" | "appointments" | "tasks"
            );
        if told {
            return true;
        }
        let ours = (0..to).any(|at| {
            matches!(
                self.sense(at),
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
            prefix.opening.listing || prefix.end > 0 && matches!(self.sense(prefix.end - 1), "put");
        let theirs = |at: usize| {
            matches!(
                self.sense(at),
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
            && !(0..prefix.end).any(|at| {
                matches!(
                    self.sense(at),
                    "task" | "todo" | "remind" | "reminder" | "do"
                )
            })
    }
}
