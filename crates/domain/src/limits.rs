//! Every bound on what a caller may send, in one place.

/// Characters of a title.
pub const TITLE_CHARS: usize = 500;
/// Characters of notes.
pub const NOTES_CHARS: usize = 50_000;
/// Characters of a text to interpret.
pub const TEXT_CHARS: usize = 2_000;
/// Characters of a name of a project, section, tag or view.
pub const NAME_CHARS: usize = 120;
/// Characters of a filter.
pub const FILTER_CHARS: usize = 1_000;
/// How deep the brackets of a filter may nest.
pub const FILTER_DEPTH: usize = 20;
/// Terms of a filter.
pub const FILTER_TERMS: usize = 100;
/// The years that dates of tasks may lie in.
pub const YEARS: std::ops::RangeInclusive<i16> = 1..=9000;
/// Minutes that a task may take: a year.
pub const DURATION_MINUTES: u32 = 366 * 24 * 60;
/// Minutes that a reminder may be away from the date that it counts from: ten years.
pub const REMINDER_MINUTES: u32 = 10 * 366 * 24 * 60;
/// Tags of one task.
pub const TASK_TAGS: usize = 50;
/// Reminders of one task.
pub const TASK_REMINDERS: usize = 20;
/// Tasks that one task may name as related, blockers included.
pub const TASK_RELATIONS: usize = 100;
/// Lines of one checklist.
pub const CHECKLIST_ITEMS: usize = 200;
/// Tasks that one command may add or change. A larger import sends several commands.
pub const COMMAND_TASKS: usize = 500;
/// How deep subtasks may nest.
pub const TASK_DEPTH: usize = 10;
/// Projects of one space.
pub const PROJECTS: usize = 1_000;
/// Tags of one space.
pub const TAGS: usize = 2_000;
/// Rows of one page.
pub const PAGE_ROWS: u32 = 200;
/// Rows of one page where the caller does not say.
pub const PAGE_ROWS_DEFAULT: u32 = 50;
/// Bytes of one request body.
pub const BODY_BYTES: usize = 1024 * 1024;
/// Days in the trash before a task is deleted for good.
pub const TRASH_DAYS: i64 = 30;
/// Characters of a recurrence rule.
pub const RULE_CHARS: usize = 500;
/// INTERVAL of a recurrence rule.
pub const RULE_INTERVAL: u32 = 999;
/// COUNT of a recurrence rule.
pub const RULE_COUNT: u32 = 9_999;
/// Missed slots that one catching up lists.
pub const MISSED_SLOTS: usize = 1_000;
