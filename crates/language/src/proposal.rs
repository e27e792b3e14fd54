//! What a text asks for: actions on tasks that are named but not yet found, with the pieces of the
//! text that say so.

use domain::TaskId;
use domain::command::{Move, NewTask, Span as Scope, TaskFields};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::organizing::{Organize, OrganizeChange, OrganizeKind};
use crate::question::Question;

/// What was understood.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    /// What to do, in the order said. Empty unless `reply` is [`Reply::Act`].
    pub actions: Vec<Action>,
    /// The recognised pieces of the text, in order, never overlapping.
    pub spans: Vec<Span>,
    /// What to ask before acting. In [`crate::Mode::Any`] nothing may be changed while there are
    /// doubts; the add box may create with the first reading and show the question beside it.
    pub doubts: Vec<Doubt>,
    /// What kind of answer the text wants.
    pub reply: Reply,
}

/// What kind of answer the text wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "kind", content = "chat", rename_all = "snake_case")]
pub enum Reply {
    /// Run the actions; with doubts, ask first.
    Act,
    /// Small talk: a sentence back, nothing else.
    SmallTalk(Chat),
    /// Say what can be said.
    Help,
    /// Another domain (weather, music): say that this is a to-do list.
    OutOfScope,
    /// Not understood: hand over to a model, or say so.
    #[default]
    Unknown,
}

/// Kinds of small talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Chat {
    /// "hi there".
    Greeting,
    /// "thanks, you're great".
    Thanks,
    /// "bye".
    Farewell,
    /// "ok", "cool".
    Acknowledgement,
    /// A yes or a no, and nothing waits for one.
    NothingPending,
    /// "don't delete anything": nothing was changed.
    Negated,
    /// "should I delete it?": advice is asked, nothing was changed.
    Advice,
    /// Feelings and other remarks.
    Remark,
}

impl Chat {
    /// Whether a set phrase is all that there is to say back.
    pub fn is_form(self) -> bool {
        !matches!(self, Self::Advice | Self::Remark)
    }
}

/// One thing to do or to answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "action", rename_all = "snake_case")]
pub enum Action {
    /// Adds tasks.
    Create {
        /// What to add, in the order said; never empty.
        drafts: Vec<Draft>,
    },
    /// Adds those tasks that are not on the list yet ("add milk if it is not there").
    AddMissing {
        /// What to add, in the order said; never empty.
        drafts: Vec<Draft>,
    },
    /// Adds tasks as parts of another one.
    AddSubtasks {
        /// Of which; never several.
        tasks: TaskRef,
        /// What to add, in the order said; never empty.
        drafts: Vec<Draft>,
    },
    /// Completes tasks.
    Complete {
        /// Which.
        tasks: TaskRef,
    },
    /// Leaves this occurrence out.
    Skip {
        /// Which.
        tasks: TaskRef,
    },
    /// Reopens done tasks, or restores deleted ones.
    Reopen {
        /// Which.
        tasks: TaskRef,
    },
    /// Moves due dates.
    Reschedule {
        /// Which.
        tasks: TaskRef,
        /// Where to.
        to: Move,
        /// This occurrence or the series.
        span: Scope,
    },
    /// Changes fields.
    Update {
        /// Which.
        tasks: TaskRef,
        /// New values.
        fields: Box<TaskFields>,
    },
    /// Moves tasks to the trash. More than one needs a yes first.
    Delete {
        /// Which.
        tasks: TaskRef,
        /// This occurrence or the series.
        span: Scope,
    },
    /// Repeats reminders later ("snooze for 10 minutes", with no task named).
    Snooze {
        /// Which.
        tasks: TaskRef,
        /// When to sound again.
        until: Timestamp,
    },
    /// Changes a project, a section or a tag.
    Organize(Organize),
    /// Takes the last change back.
    Undo,
    /// Answers a question by a list.
    List {
        /// What to list.
        question: Question,
    },
    /// Tells whether tasks are done, and since when; open and finished ones may be meant.
    WhetherDone {
        /// Which.
        tasks: TaskRef,
    },
    /// Shows what is due and overdue, as a plan ("my agenda", "plan my day").
    Agenda {
        /// The days.
        question: Question,
    },
    /// Runs what waits for a yes.
    Confirm,
    /// Runs all that waits for a yes ("yes to all").
    ConfirmAll,
    /// Drops what waits for a yes.
    Reject,
}

impl Action {
    /// The tasks that the action names; `None` where it names none.
    pub fn tasks(&self) -> Option<&TaskRef> {
        match self {
            Self::AddSubtasks { tasks, .. }
            | Self::Complete { tasks }
            | Self::Skip { tasks }
            | Self::Reopen { tasks }
            | Self::Reschedule { tasks, .. }
            | Self::Update { tasks, .. }
            | Self::Delete { tasks, .. }
            | Self::Snooze { tasks, .. }
            | Self::WhetherDone { tasks } => Some(tasks),
            _ => None,
        }
    }

    /// The same action on other tasks, for an answered choice. Actions without tasks stay as they are.
    #[must_use]
    pub fn on(mut self, reference: TaskRef) -> Self {
        match &mut self {
            Self::AddSubtasks { tasks, .. }
            | Self::Complete { tasks }
            | Self::Skip { tasks }
            | Self::Reopen { tasks }
            | Self::Reschedule { tasks, .. }
            | Self::Update { tasks, .. }
            | Self::Delete { tasks, .. }
            | Self::Snooze { tasks, .. }
            | Self::WhetherDone { tasks } => *tasks = reference,
            _ => {}
        }
        self
    }

    /// Whether it is about one task, so that it is asked which where several are named.
    pub fn is_for_one(&self) -> bool {
        matches!(self, Self::AddSubtasks { .. })
    }

    /// Whether it changes tasks.
    pub fn is_change(&self) -> bool {
        !matches!(
            self,
            Self::List { .. }
                | Self::Agenda { .. }
                | Self::WhetherDone { .. }
                | Self::Confirm
                | Self::ConfirmAll
                | Self::Reject
        )
    }

    /// Whether a person must say yes before it runs on `count` tasks: deleting several, or a project.
    pub fn needs_yes(&self, count: usize) -> bool {
        match self {
            Self::Delete { .. } => count > 1,
            Self::Organize(organize) => {
                organize.kind == OrganizeKind::Project && organize.change == OrganizeChange::Delete
            }
            _ => false,
        }
    }
}

/// One task to add, with the pieces of the text that gave its fields.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Its fields. With a rule, `due` is the first occurrence.
    pub task: NewTask,
    /// Its pieces of the text.
    pub spans: Vec<Span>,
}

/// Tasks as people name them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum TaskRef {
    /// "#42", "task 42".
    Number(i64),
    /// "the second one", of the list last shown.
    Ordinal(Ordinal),
    /// "it", "that one", "them": what was last spoken about.
    Focus,
    /// Already found: an answered choice.
    Ids(Vec<TaskId>),
    /// Words of a title, to be matched by [`crate::resolve`].
    Text(String),
    /// All that match.
    Filter(Box<Question>),
    /// Several, each by itself: "the eggs and the bread".
    Each(Vec<TaskRef>),
}

/// A place in the list last shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", content = "place", rename_all = "snake_case")]
pub enum Ordinal {
    /// From the top; the first is 1.
    Top(u16),
    /// From the bottom; the last is 1.
    Bottom(u16),
}

/// A recognised piece of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Span {
    /// Where it begins, in UTF-16 code units.
    pub start: usize,
    /// Where it ends (exclusive), in UTF-16 code units.
    pub end: usize,
    /// What it is.
    pub kind: SpanKind,
    /// What it was understood as, in words: "Tue 1 Dec", "every month on the 1st".
    pub value: String,
    /// From 0 to 1.
    pub confidence: f32,
}

/// What a piece of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpanKind {
    /// Command words: "remind me to".
    Command,
    /// When it is due.
    Due,
    /// What repeats.
    Rule,
    /// How much it matters.
    Priority,
    /// A tag.
    Tag,
    /// A project.
    Project,
    /// A section.
    Section,
    /// A member.
    Assignee,
    /// When to remind.
    Reminder,
    /// How long it takes.
    Duration,
    /// A hard date.
    Deadline,
    /// Hidden until then.
    Start,
    /// Notes.
    Notes,
    /// Text in quotes, taken as it is.
    Quote,
    /// Words that name a task.
    Task,
}

/// Something to ask before acting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// The question, as a sentence.
    pub question: String,
    /// Answers in words; each is a text that can be said back.
    pub alternatives: Vec<String>,
}
