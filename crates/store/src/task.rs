//! Reading tasks of one space.

use domain::policy::SpaceScope;
use domain::{ChangeId, Position, ProjectId, SectionId, TagId, Task, TaskId, limits};

use crate::row::Row;
use crate::sql::statements;
use crate::statement::Fetch;
use crate::task_row::read;
use crate::value::values;

statements! {
    BY_IDS = shared "task/by_ids";
    BY_NUMBER = shared "task/by_number";
    CHILDREN = shared "task/children";
    DESCENDANTS = shared "task/descendants";
    ANCESTORS = shared "task/ancestors";
    BLOCKERS = shared "task/blockers";
    OF_PROJECT = shared "task/of_project";
    OF_SECTION = shared "task/of_section";
    OF_TAG = shared "task/of_tag";
    OF_CHANGES = shared "task/of_changes";
    DATED = shared "task/dated";
    CHANGED_AFTER = shared "task/changed_after";
    PAGE_OF_ALL = shared "task/page_of_all";
    NEIGHBOURS = shared "task/neighbours";
    ENDS = shared "task/ends";
    OPEN_COUNTS = shared "task/open_counts";
    SUBTASK_COUNTS = shared "task/subtask_counts";
}

/// Tasks by id, trash included, in no particular order.
pub fn by_ids(scope: SpaceScope, ids: &[TaskId]) -> Fetch<Task> {
    Fetch::new(&BY_IDS, values![scope.space(), ids], read)
}

/// The task that people call `#number`, trash included.
pub fn by_number(scope: SpaceScope, number: i64) -> Fetch<Task> {
    Fetch::new(&BY_NUMBER, values![scope.space(), number], read)
}

/// Direct subtasks that are not in the trash.
pub fn children(scope: SpaceScope, parents: &[TaskId]) -> Fetch<Task> {
    Fetch::new(&CHILDREN, values![scope.space(), parents], read)
}

/// Subtasks of `parents` at every depth, trash included, without `parents` themselves.
pub fn descendants(scope: SpaceScope, parents: &[TaskId]) -> Fetch<Task> {
    Fetch::new(&DESCENDANTS, values![scope.space(), parents, depth()], read)
}

/// `tasks` and their parents up to the root, trash included.
pub fn ancestors(scope: SpaceScope, tasks: &[TaskId]) -> Fetch<Task> {
    Fetch::new(&ANCESTORS, values![scope.space(), tasks, depth()], read)
}

/// Everything that `tasks` wait for, however far away, trash included.
pub fn blockers(scope: SpaceScope, tasks: &[TaskId]) -> Fetch<Task> {
    Fetch::new(&BLOCKERS, values![scope.space(), tasks], read)
}

/// All tasks of a project, done and trash included.
pub fn of_project(scope: SpaceScope, project: ProjectId) -> Fetch<Task> {
    Fetch::new(&OF_PROJECT, values![scope.space(), project], read)
}

/// All tasks of a section, done and trash included.
pub fn of_section(scope: SpaceScope, section: SectionId) -> Fetch<Task> {
    Fetch::new(&OF_SECTION, values![scope.space(), section], read)
}

/// All tasks with a tag, done and trash included.
pub fn of_tag(scope: SpaceScope, tag: TagId) -> Fetch<Task> {
    Fetch::new(&OF_TAG, values![scope.space(), tag], read)
}

/// The tasks that events of these changes are about, trash included.
pub fn of_changes(scope: SpaceScope, changes: &[ChangeId]) -> Fetch<Task> {
    Fetch::new(&OF_CHANGES, values![scope.space(), changes], read)
}

/// The tasks that events after one revision and up to another are about, trash included.
pub fn changed_after(scope: SpaceScope, after: i64, up_to: i64) -> Fetch<Task> {
    Fetch::new(&CHANGED_AFTER, values![scope.space(), after, up_to], read)
}

/// Tasks by id, done ones included, without the trash. `after` is the last id of the page before.
pub fn page_of_all(scope: SpaceScope, after: Option<TaskId>, limit: u32) -> Fetch<Task> {
    let after = after.map_or(uuid::Uuid::nil(), TaskId::uuid);
    Fetch::new(&PAGE_OF_ALL, values![scope.space(), after, limit], read)
}

/// A task with the positions just before and just after it, among open tasks of its project.
pub type Neighbours = (TaskId, Option<Position>, Option<Position>);

/// The neighbours of tasks in the manual order of their projects.
pub fn neighbours(scope: SpaceScope, tasks: &[TaskId]) -> Fetch<Neighbours> {
    Fetch::new(&NEIGHBOURS, values![scope.space(), tasks], |row| {
        Ok((row.take()?, row.take()?, row.take()?))
    })
}

/// The first and last position among open tasks of each project; one row per project, see
/// [`outermost`].
pub fn ends(scope: SpaceScope) -> Fetch<(Option<Position>, Option<Position>)> {
    Fetch::new(&ENDS, values![scope.space()], |row: &mut Row<'_>| {
        Ok((row.take()?, row.take()?))
    })
}

/// The first and last position of a space, from the rows of [`ends`]; `None` without open tasks.
pub fn outermost(
    ends: impl IntoIterator<Item = (Option<Position>, Option<Position>)>,
) -> Option<(Position, Position)> {
    let pairs = ends
        .into_iter()
        .filter_map(|(first, last)| Some((first?, last?)));
    pairs.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// Open tasks whose derived columns or timers depend on the owner's zone.
pub fn dated(scope: SpaceScope) -> Fetch<Task> {
    Fetch::new(&DATED, values![scope.space()], read)
}

/// How many open tasks each project has; a project without any has no row.
pub fn open_counts(scope: SpaceScope) -> Fetch<(ProjectId, i64)> {
    Fetch::new(&OPEN_COUNTS, values![scope.space()], |row| {
        Ok((row.take()?, row.take()?))
    })
}

/// How many open and how many finished subtasks tasks have; a task without any has no row.
pub fn subtask_counts(scope: SpaceScope, parents: &[TaskId]) -> Fetch<(TaskId, i64, i64)> {
    Fetch::new(&SUBTASK_COUNTS, values![scope.space(), parents], |row| {
        Ok((row.take()?, row.take()?, row.take()?))
    })
}

fn depth() -> i64 {
    i64::try_from(limits::TASK_DEPTH).expect("the limit is small") + 1
}
