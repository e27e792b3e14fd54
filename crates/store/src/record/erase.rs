//! Deleting a space for good, with everything in it: when its owner deletes the account.

use domain::SpaceId;

use crate::sql::statements;
use crate::statement::WriteBatch;
use crate::value::values;

statements! {
    SEARCH = twins "task_search/erase_space";
    TASK_TAG = shared "task_tag/erase_space";
    RELATION = shared "relation/erase_space";
    TASK = shared "task/erase_space";
    OCCURRENCE = shared "occurrence/erase_space";
    TIMER = shared "timer/erase_space";
    DELIVERY = shared "delivery/erase_space";
    PROJECT = shared "project/erase_space";
    SECTION = shared "section/erase_space";
    TAG = shared "tag/erase_space";
    VIEW = shared "saved_view/erase_space";
    EVENT = shared "event/erase_space";
    CHANGE = shared "change/erase_space";
    CONVERSATION = shared "conversation/erase_space";
    MESSAGE = shared "message/erase_space";
    CONFIRMATION = shared "pending_confirmation/erase_space";
    SPACE = shared "space/erase";
}

/// Deletes a space and every row that belongs to it. Nothing brings it back.
pub fn erase_space(space: SpaceId) -> WriteBatch {
    let mut writes = WriteBatch::new();
    for sql in [
        &SEARCH,
        &TASK_TAG,
        &RELATION,
        &TASK,
        &OCCURRENCE,
        &TIMER,
        &DELIVERY,
        &PROJECT,
        &SECTION,
        &TAG,
        &VIEW,
        &EVENT,
        &CHANGE,
        &CONVERSATION,
        &MESSAGE,
        &CONFIRMATION,
    ] {
        writes.push(sql, values![space]);
    }
    writes.push_one(&SPACE, values![space]);
    writes
}
