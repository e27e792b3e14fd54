//! Writes filters in the short spelling. What is written reads back as the same filter.

use std::fmt::{self, Display, Formatter};

use super::Filter;
use super::ast::{Assignee, Atom, Base, DateField, DayRef, Expr, Name, Op, Part, StatusTest};
use super::token::ends_word;
use crate::task::{Priority, Status};

impl Display for Filter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.expr)?;
        if self.sort.is_empty() {
            return Ok(());
        }
        let keys: Vec<String> = self.sort.iter().map(ToString::to_string).collect();
        let space = if self.expr == Expr::And(Vec::new()) {
            ""
        } else {
            " "
        };
        write!(f, "{space}sort:{}", keys.join(","))
    }
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let joined =
            |f: &mut Formatter<'_>, parts: &[Self], sign: &str, bracket: fn(&Self) -> bool| {
                for (index, part) in parts.iter().enumerate() {
                    if index > 0 {
                        write!(f, " {sign} ")?;
                    }
                    if bracket(part) {
                        write!(f, "({part})")?
                    } else {
                        write!(f, "{part}")?
                    }
                }
                Ok(())
            };
        match self {
            Self::And(parts) => joined(f, parts, "&", |part| matches!(part, Self::Or(_))),
            Self::Or(parts) => joined(f, parts, "|", |_| false),
            Self::Not(part) if matches!(**part, Self::Atom(_) | Self::Not(_)) => {
                write!(f, "!{part}")
            }
            Self::Not(part) => write!(f, "!({part})"),
            Self::Atom(atom) => write!(f, "{atom}"),
        }
    }
}

impl Display for Atom {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date {
                field: DateField::Due,
                op: Op::Equal,
                day:
                    DayRef {
                        base: base @ (Base::Today | Base::Tomorrow),
                        shift: None,
                    },
            } => f.write_str(if *base == Base::Today {
                "today"
            } else {
                "tomorrow"
            }),
            Self::Date { field, op, day } => {
                let field = match field {
                    DateField::Due => "due",
                    DateField::Start => "start",
                    DateField::Deadline => "deadline",
                    DateField::Created => "created",
                    DateField::Completed => "completed",
                };
                write!(f, "{field} {op} {day}")
            }
            Self::Overdue => f.write_str("overdue"),
            Self::Upcoming => f.write_str("upcoming"),
            Self::Priority {
                op: Op::Equal,
                priority,
            } if *priority != Priority::None => f.write_str(match priority {
                Priority::Urgent => "p1",
                Priority::High => "p2",
                Priority::Medium => "p3",
                Priority::None | Priority::Low => "p4",
            }),
            Self::Priority { op, priority } => {
                let name = match priority {
                    Priority::None => "none",
                    Priority::Low => "low",
                    Priority::Medium => "medium",
                    Priority::High => "high",
                    Priority::Urgent => "urgent",
                };
                write!(f, "priority {op} {name}")
            }
            Self::Tag(name) => write!(f, "#{name}"),
            Self::Project {
                name,
                with_children: false,
            } => write!(f, "+{name}"),
            Self::Project {
                name,
                with_children: true,
            } => write!(f, "++{name}"),
            Self::Assigned(Assignee::Me) => f.write_str("assigned:me"),
            Self::Assigned(Assignee::Nobody) => f.write_str("assigned:none"),
            Self::Assigned(Assignee::Named(name)) => write!(f, "@{name}"),
            Self::Status(test) => write!(f, "status:{}", status(*test)),
            Self::Recurring => f.write_str("recurring"),
            Self::Blocked => f.write_str("blocked"),
            Self::Subtask => f.write_str("subtask"),
            Self::Text(text) => quoted(f, text),
            Self::Has(part) => write!(f, "has:{}", part_name(*part)),
        }
    }
}

impl Display for Op {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Equal => "=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        })
    }
}

impl Display for Name {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let is_keyword = ["me", "none", "nobody"].contains(&self.text.to_lowercase().as_str());
        let needs_quotes =
            is_keyword || self.text.starts_with('+') || self.text.contains(ends_word);
        if needs_quotes {
            quoted(f, &self.text)
        } else {
            f.write_str(&self.text)
        }
    }
}

fn quoted(f: &mut Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    for character in text.chars() {
        if matches!(character, '"' | '\\' | '“' | '”' | '„') {
            f.write_str("\\")?;
        }
        write!(f, "{character}")?;
    }
    f.write_str("\"")
}

fn status(test: StatusTest) -> &'static str {
    match test {
        StatusTest::Any => "any",
        StatusTest::Open => "open",
        StatusTest::NotBegun | StatusTest::Is(Status::Open) => "todo",
        StatusTest::Is(Status::InProgress) => "in_progress",
        StatusTest::Is(Status::Waiting) => "waiting",
        StatusTest::Is(Status::Done) => "done",
        StatusTest::Is(Status::Cancelled) => "cancelled",
    }
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Due => "due",
        Part::Start => "start",
        Part::Deadline => "deadline",
        Part::Priority => "priority",
        Part::Tag => "tag",
        Part::Reminder => "reminder",
        Part::Notes => "notes",
        Part::Checklist => "checklist",
        Part::Duration => "duration",
        Part::Assignee => "assignee",
        Part::Section => "section",
    }
}
