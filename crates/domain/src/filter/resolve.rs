//! Looks up what a filter names: tags, projects and members by name, days in the reader's calendar.

use jiff::Timestamp;
use jiff::civil::Date;

use super::ast::{Assignee, Atom, DateField, Expr, Name, Op, StatusTest};
use super::resolved::{Days, Instants, Resolved, Test, Within};
use super::{Filter, FilterError};
use crate::fold;
use crate::ids::{ProjectId, UserId};
use crate::nearest::nearest;
use crate::space::Directory;
use crate::task::{Priority, Status};
use crate::time::TimeSettings;

/// Who reads, when, and what they can name.
#[derive(Debug, Clone, Copy)]
pub struct FilterContext<'a> {
    /// Now.
    pub now: Timestamp,
    /// The reader's clock.
    pub settings: &'a TimeSettings,
    /// The space's projects, tags and members.
    pub directory: &'a Directory,
    /// The reader.
    pub me: UserId,
}

impl Filter {
    /// The filter for this reader at this moment.
    ///
    /// # Errors
    /// When a tag, project or member does not exist; with its place and the nearest name.
    pub fn resolve(&self, ctx: &FilterContext<'_>) -> Result<Resolved, FilterError> {
        Ok(Resolved {
            test: expr(&self.expr, ctx)?,
            sort: self.sort.clone(),
        })
    }
}

impl FilterContext<'_> {
    fn today(&self) -> Date {
        self.settings.today(self.now)
    }

    /// The span of these days of the reader, whose days change at their rollover.
    pub fn within(&self, days: Days) -> Within {
        Within {
            days,
            instants: self.instants(days),
        }
    }

    fn instants(&self, days: Days) -> Instants {
        let start = |date: Date| self.start_of(date);
        Instants {
            from: days.from.map(start),
            to: days.to.map(start),
        }
    }

    fn start_of(&self, date: Date) -> Timestamp {
        let local = date.to_datetime(self.settings.rollover);
        let out_of_range = if date.year() > 0 {
            Timestamp::MAX
        } else {
            Timestamp::MIN
        };
        self.settings
            .zone
            .to_ambiguous_timestamp(local)
            .compatible()
            .unwrap_or(out_of_range)
    }
}

fn expr(written: &Expr, ctx: &FilterContext<'_>) -> Result<Test, FilterError> {
    let all = |parts: &[Expr]| -> Result<Vec<Test>, FilterError> {
        parts.iter().map(|part| expr(part, ctx)).collect()
    };
    Ok(match written {
        Expr::And(parts) => Test::And(all(parts)?),
        Expr::Or(parts) => Test::Or(all(parts)?),
        Expr::Not(part) => Test::Not(Box::new(expr(part, ctx)?)),
        Expr::Atom(found) => atom(found, ctx)?,
    })
}

fn atom(atom: &Atom, ctx: &FilterContext<'_>) -> Result<Test, FilterError> {
    Ok(match atom {
        Atom::Date { field, op, day } => {
            let named = day.days(ctx.today(), ctx.settings.week_start);
            date(*field, op.bounds(named), ctx)
        }
        Atom::Overdue => overdue(ctx),
        Atom::Upcoming => {
            let tomorrow = ctx.today().tomorrow().unwrap_or(Date::MAX);
            Test::Due(ctx.within(Days {
                from: Some(tomorrow),
                to: None,
            }))
        }
        Atom::Priority { op, priority } => Test::Priority(priorities(*op, *priority)),
        Atom::Tag(name) => Test::Tag(tag(name, ctx)?),
        Atom::Project {
            name,
            with_children,
        } => Test::Project(projects(name, *with_children, ctx)?),
        Atom::Assigned(Assignee::Me) => Test::Assigned(ctx.me),
        Atom::Assigned(Assignee::Nobody) => {
            Test::Not(Box::new(Test::Has(super::ast::Part::Assignee)))
        }
        Atom::Assigned(Assignee::Named(name)) => Test::Assigned(member(name, ctx)?),
        Atom::Status(test) => Test::Status(statuses(*test)),
        Atom::Recurring => Test::Recurring,
        Atom::Blocked => Test::Blocked,
        Atom::Subtask => Test::Subtask,
        Atom::Text(text) => match fold::key(text) {
            key if key.is_empty() => Test::And(Vec::new()),
            key => Test::Text(key),
        },
        Atom::Has(part) => Test::Has(*part),
    })
}

fn date(field: DateField, days: Days, ctx: &FilterContext<'_>) -> Test {
    match field {
        DateField::Due => Test::Due(ctx.within(days)),
        DateField::Start => Test::Start(ctx.within(days)),
        DateField::Deadline => Test::Deadline(days),
        DateField::Created => Test::Created(ctx.instants(days)),
        DateField::Completed => Test::Completed(ctx.instants(days)),
    }
}

/// Open, and due on a day before today or at a time before now.
fn overdue(ctx: &FilterContext<'_>) -> Test {
    let due = Within {
        days: Days {
            from: None,
            to: Some(ctx.today()),
        },
        instants: Instants {
            from: None,
            to: Some(ctx.now),
        },
    };
    Test::And(vec![
        Test::Status(statuses(StatusTest::Open)),
        Test::Due(due),
    ])
}

fn priorities(op: Op, bound: Priority) -> Vec<Priority> {
    let all = [
        Priority::None,
        Priority::Low,
        Priority::Medium,
        Priority::High,
        Priority::Urgent,
    ];
    let matches = |priority: &Priority| match op {
        Op::Equal => *priority == bound,
        Op::Less => *priority < bound,
        Op::AtMost => *priority <= bound,
        Op::Greater => *priority > bound,
        Op::AtLeast => *priority >= bound,
    };
    all.into_iter().filter(matches).collect()
}

fn statuses(test: StatusTest) -> Vec<Status> {
    match test {
        StatusTest::Any => {
            let [open, started, waiting] = OPEN;
            vec![open, started, waiting, Status::Done, Status::Cancelled]
        }
        StatusTest::Open => OPEN.to_vec(),
        StatusTest::NotBegun => vec![Status::Open],
        StatusTest::Is(status) => vec![status],
    }
}

const OPEN: [Status; 3] = [Status::Open, Status::InProgress, Status::Waiting];

fn tag(name: &Name, ctx: &FilterContext<'_>) -> Result<crate::ids::TagId, FilterError> {
    let names = || ctx.directory.tags.iter().map(|tag| tag.name.as_str());
    match ctx.directory.tag_named(&name.text) {
        Some(tag) => Ok(tag.id),
        None => Err(missing("tag", name, nearest(&name.text, names()))),
    }
}

fn projects(
    name: &Name,
    with_children: bool,
    ctx: &FilterContext<'_>,
) -> Result<Vec<ProjectId>, FilterError> {
    let all = &ctx.directory.projects;
    let Some(project) = ctx.directory.project_named(&name.text) else {
        let names = all.iter().map(|project| project.name.as_str());
        return Err(missing("project", name, nearest(&name.text, names)));
    };
    let mut found = vec![project.id];
    let mut next = 0;
    while let (true, Some(parent)) = (with_children, found.get(next).copied()) {
        let children = all.iter().filter(|project| project.parent == Some(parent));
        let new: Vec<_> = children
            .map(|project| project.id)
            .filter(|id| !found.contains(id))
            .collect();
        found.extend(new);
        next += 1;
    }
    Ok(found)
}

/// A member by full name, or by one part of it that only one member has.
fn member(name: &Name, ctx: &FilterContext<'_>) -> Result<UserId, FilterError> {
    let members = &ctx.directory.members;
    let key = fold::key(&name.text);
    if let Some(member) = members.iter().find(|member| fold::key(&member.name) == key) {
        return Ok(member.user);
    }
    let mut named = members
        .iter()
        .filter(|member| fold::key(&member.name).split(' ').any(|part| part == key));
    match (named.next(), named.next()) {
        (Some(member), None) => Ok(member.user),
        (Some(_), Some(_)) => {
            let message = format!(
                "several members are called '{}'; write the full name",
                name.text
            );
            Err(FilterError::new(name.position, message))
        }
        _ => {
            let names = members.iter().flat_map(|member| {
                member
                    .name
                    .split(' ')
                    .chain(std::iter::once(member.name.as_str()))
            });
            Err(missing("member", name, nearest(&name.text, names)))
        }
    }
}

fn missing(what: &str, name: &Name, meant: Option<&str>) -> FilterError {
    let message = format!("there is no {what} '{}'", name.text);
    FilterError::new(name.position, message).or_maybe(meant.map(str::to_owned))
}
