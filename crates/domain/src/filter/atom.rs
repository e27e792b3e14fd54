//! Reads single conditions: keywords, marks such as `#errands`, and fields such as `due < +7d`.

use super::ast::{Atom, DateField, DayRef, Expr, Op, Part, StatusTest};
use super::parse::Parser;
use super::token::{Kind, Token};
use super::value::{self, PRIORITIES, STATUSES, Word};
use super::{FilterError, day};
use crate::nearest::nearest;

impl Parser {
    /// Reads one condition, which begins with a word.
    pub(super) fn atom(&mut self) -> Result<Expr, FilterError> {
        let word = self.word("a condition")?;
        if let Some(atom) = value::marked(&word)? {
            return Ok(Expr::Atom(atom));
        }
        if word.quoted {
            return value::text(word).map(Expr::Atom);
        }
        let lower = word.text.to_lowercase();
        let field = self.operator().is_some() || !matches!(lower.as_str(), "completed");
        match lower.as_str() {
            "due" | "start" | "deadline" | "created" | "completed" if field => {
                self.date(&lower, &word)
            }
            "priority" => self.priority(&word),
            "tag" | "tags" | "label" => self.tag(&word),
            "project" => self.project(&word),
            "assigned" | "assignee" => self.assigned(&word),
            "status" => self.status(&word),
            "text" | "search" => {
                let negated = self.equality(&word, "text:\"pay rent\"")?;
                let value = self.word("a text")?;
                Ok(value::maybe_not(Expr::Atom(value::text(value)?), negated))
            }
            "has" => {
                let negated = self.equality(&word, "has:notes")?;
                let value = self.word("what the task has")?;
                Ok(value::maybe_not(Expr::Atom(value::part(&value)?), negated))
            }
            "no" | "without" => {
                let value = self.word("what the task lacks")?;
                Ok(Expr::Atom(value::part(&value)?).negated())
            }
            _ => self.keyword(&lower, &word),
        }
    }

    fn keyword(&mut self, lower: &str, word: &Word) -> Result<Expr, FilterError> {
        let atom = match lower {
            "overdue" => Atom::Overdue,
            "upcoming" => Atom::Upcoming,
            "recurring" | "repeating" => Atom::Recurring,
            "blocked" => Atom::Blocked,
            "subtask" | "subtasks" => Atom::Subtask,
            "p1" | "p2" | "p3" | "p4" => {
                let priority = value::priority(lower).unwrap_or_default();
                Atom::Priority {
                    op: Op::Equal,
                    priority,
                }
            }
            "done" | "completed" | "open" | "waiting" | "in_progress" | "cancelled" => {
                Atom::Status(value::status(lower).unwrap_or(StatusTest::Any))
            }
            _ => match self.bare_day(lower) {
                Some(day) => Atom::Date {
                    field: DateField::Due,
                    op: Op::Equal,
                    day,
                },
                None => return Err(value::unknown(word)),
            },
        };
        Ok(Expr::Atom(atom))
    }

    /// `today`, `monday`, `2026-12-01` or `this week`, without a field: due then.
    fn bare_day(&mut self, lower: &str) -> Option<DayRef> {
        if day::distance_of(lower).is_some() {
            return self.period(lower);
        }
        let starts_with_distance = lower.starts_with(['+', '-']) || day::is_distance(lower);
        if starts_with_distance {
            None
        } else {
            day::read(lower)
        }
    }

    fn period(&mut self, which: &str) -> Option<DayRef> {
        let Kind::Word {
            mark: "",
            text,
            quoted: false,
        } = &self.peek()?.kind
        else {
            return None;
        };
        let day = day::read_period(which, text)?;
        self.take();
        Some(day)
    }

    fn date(&mut self, field: &str, word: &Word) -> Result<Expr, FilterError> {
        let example = format!("{field} < +7d, {field} = today, has:{field}");
        let (op, negated) = self.comparison(word, &example)?;
        let field = match field {
            "due" => DateField::Due,
            "start" => DateField::Start,
            "deadline" => DateField::Deadline,
            "created" => DateField::Created,
            _ => DateField::Completed,
        };
        let value = self.word("a day")?;
        let plain = value.plain();
        if plain == "none" && op == Op::Equal {
            return value::none_of(field, &value).map(|expr| value::maybe_not(expr, negated));
        }
        let day = match day::distance_of(&plain) {
            Some(_) => self.period(&plain),
            None if value.quoted => None,
            None => day::read(&plain),
        };
        let Some(day) = day else {
            let message = format!(
                "'{}' is no day; write today, tomorrow, monday, +7d, -2w, next week or 2026-12-01",
                value.text
            );
            let meant = nearest(&value.text, day::WORDS).map(str::to_owned);
            return Err(FilterError::new(value.position, message).or_maybe(meant));
        };
        Ok(value::maybe_not(
            Expr::Atom(Atom::Date { field, op, day }),
            negated,
        ))
    }

    fn priority(&mut self, word: &Word) -> Result<Expr, FilterError> {
        let (op, negated) = self.comparison(word, "priority >= high")?;
        let value = self.word("a priority")?;
        let Some(priority) = value::priority(&value.plain()) else {
            let message = format!(
                "'{}' is no priority; write none, low, medium, high or urgent",
                value.text
            );
            let meant = nearest(&value.text, PRIORITIES).map(str::to_owned);
            return Err(FilterError::new(value.position, message).or_maybe(meant));
        };
        Ok(value::maybe_not(
            Expr::Atom(Atom::Priority { op, priority }),
            negated,
        ))
    }

    fn tag(&mut self, word: &Word) -> Result<Expr, FilterError> {
        let negated = self.equality(word, "tag:errands")?;
        let value = self.word("a tag")?;
        if !value.quoted && value.plain() == "none" {
            return Ok(value::maybe_not(Expr::Atom(Atom::Has(Part::Tag)), !negated));
        }
        Ok(value::maybe_not(
            Expr::Atom(Atom::Tag(value.name())),
            negated,
        ))
    }

    fn project(&mut self, word: &Word) -> Result<Expr, FilterError> {
        let negated = self.equality(word, "project:home")?;
        let value = self.word("a project")?;
        let with_children = value.mark == "++";
        let atom = Atom::Project {
            name: value.name(),
            with_children,
        };
        Ok(value::maybe_not(Expr::Atom(atom), negated))
    }

    fn assigned(&mut self, word: &Word) -> Result<Expr, FilterError> {
        let negated = self.equality(word, "assigned:me")?;
        let value = self.word("a member, me or none")?;
        Ok(value::maybe_not(
            Expr::Atom(Atom::Assigned(value::assignee(value))),
            negated,
        ))
    }

    fn status(&mut self, word: &Word) -> Result<Expr, FilterError> {
        let negated = self.equality(word, "status:waiting")?;
        let value = self.word("a status")?;
        let Some(test) = value::status(&value.plain()) else {
            let message = format!(
                "'{}' is no status; write one of {}",
                value.text,
                STATUSES.join(", ")
            );
            let meant = nearest(&value.text, STATUSES).map(str::to_owned);
            return Err(FilterError::new(value.position, message).or_maybe(meant));
        };
        Ok(value::maybe_not(Expr::Atom(Atom::Status(test)), negated))
    }

    fn word(&mut self, what: &str) -> Result<Word, FilterError> {
        let here = self.position();
        match self.take() {
            Some(Token {
                kind: Kind::Word { mark, text, quoted },
                position,
            }) if !text.trim().is_empty() => Ok(Word {
                mark,
                text,
                quoted,
                position,
            }),
            Some(Token {
                kind: Kind::Word { .. },
                ..
            }) => Err(FilterError::new(here, "a name or text is missing here")),
            _ => Err(FilterError::new(here, format!("{what} is missing here"))),
        }
    }

    /// The operator that comes next, which stays where it is.
    fn operator(&self) -> Option<&'static str> {
        match &self.peek()?.kind {
            Kind::Op(sign) => Some(sign),
            Kind::Word {
                mark: "",
                text,
                quoted: false,
            } => match text.to_lowercase().as_str() {
                "before" => Some("<"),
                "by" => Some("<="),
                "after" => Some(">"),
                "on" => Some("="),
                _ => None,
            },
            _ => None,
        }
    }

    /// A comparison, and whether it is negated.
    fn comparison(&mut self, field: &Word, example: &str) -> Result<(Op, bool), FilterError> {
        let Some(sign) = self.operator() else {
            let message = format!("'{}' needs a comparison; write {example}", field.text);
            return Err(FilterError::new(field.position, message));
        };
        self.take();
        Ok(match sign {
            "<" => (Op::Less, false),
            "<=" => (Op::AtMost, false),
            ">" => (Op::Greater, false),
            ">=" => (Op::AtLeast, false),
            "!=" => (Op::Equal, true),
            _ => (Op::Equal, false),
        })
    }

    /// Equality only; whether it is negated.
    fn equality(&mut self, field: &Word, example: &str) -> Result<bool, FilterError> {
        let here = self.position();
        match self.comparison(field, example)? {
            (Op::Equal, negated) => Ok(negated),
            _ => {
                let message = format!("'{}' has no order; write {example}", field.text);
                Err(FilterError::new(here, message))
            }
        }
    }
}
