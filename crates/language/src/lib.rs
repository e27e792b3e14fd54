//! What people say, understood without a model: text to a proposal, and dates and rules back to
//! words.
//!
//! Pure: no I/O, no clock. Nothing here changes anything; the app acts on proposals.

pub mod context;
pub mod echo;
pub mod phrase;
pub mod proposal;
pub mod question;
pub mod resolve;
pub mod rows;

mod answers;
mod changes;
mod clauses;
mod creation;
mod denial;
mod draft;
mod durations;
mod groups;
mod intents;
mod interpret;
mod joining;
mod list_talk;
mod lists;
mod locale;
mod marks;
mod matching;
mod names;
mod neighbours;
mod organizing;
mod pattern;
mod pieces;
mod queries;
mod references;
mod reminders;
mod restrictions;
mod rule;
mod scope;
mod small_talk;
mod subtasks;
mod titles;
mod tokens;
mod told;
mod when;
mod whether_done;

pub use context::{Context, Conversation, Member, Mode};
pub use interpret::interpret;
pub use matching::names_in_a_row;
pub use organizing::{Organize, OrganizeChange, OrganizeKind};
pub use phrase::{RuleWords, parse_move, parse_reminder, parse_rule, parse_when};
pub use proposal::{Action, Chat, Doubt, Draft, Ordinal, Proposal, Reply, Span, SpanKind, TaskRef};
pub use question::{Question, Sort, StatusFilter};
pub use references::speaks_of_several;
pub use resolve::{Candidate, Resolution, resolve, search_words};
pub use small_talk::yes_or_no;
