//! What undoing must see: the changes, their events, and the tasks that the events are about.

use domain::change::{Change, Event};
use domain::decide::UndoNeeds;
use domain::policy::SpaceScope;
use domain::{ChangeId, Task};

use crate::sql::{Sql, statements};
use crate::statement::Fetch;
use crate::value::{Value, values};
use crate::{change, event, task, task_row};

statements! {
    CHANGE_LAST = shared "change/undo_last";
    CHANGE_TURN = shared "change/undo_turn";
    CHANGE_TOKEN = shared "change/undo_token";
    EVENT_LAST = shared "event/of_undo_last";
    EVENT_TURN = shared "event/of_turn";
    EVENT_TOKEN = shared "event/of_token";
    TASK_LAST = shared "task/of_undo_last";
    TASK_TURN = shared "task/of_undo_turn";
    TASK_TOKEN = shared "task/of_undo_token";
}

/// The changes to undo, newest first; their events, in order; the tasks of the events, trash
/// included. One by one, whatever its state: the domain says why it cannot be undone.
pub fn load(scope: SpaceScope, needs: UndoNeeds) -> (Fetch<Change>, Fetch<Event>, Fetch<Task>) {
    match needs {
        UndoNeeds::Change(id) => {
            let ids: &[ChangeId] = &[id];
            (
                change::by_ids(scope, ids),
                event::of_changes(scope, ids),
                task::of_changes(scope, ids),
            )
        }
        UndoNeeds::Last => fetches(
            [&CHANGE_LAST, &EVENT_LAST, &TASK_LAST],
            values![scope.space(), scope.user()],
        ),
        UndoNeeds::Turn(turn) => fetches(
            [&CHANGE_TURN, &EVENT_TURN, &TASK_TURN],
            values![scope.space(), turn],
        ),
        UndoNeeds::Token(token) => fetches(
            [&CHANGE_TOKEN, &EVENT_TOKEN, &TASK_TOKEN],
            values![scope.space(), token],
        ),
    }
}

fn fetches(
    [changes, events, tasks]: [&'static Sql; 3],
    values: Vec<Value>,
) -> (Fetch<Change>, Fetch<Event>, Fetch<Task>) {
    (
        Fetch::new(changes, values.clone(), change::read),
        Fetch::new(events, values.clone(), event::read),
        Fetch::new(tasks, values, task_row::read),
    )
}
