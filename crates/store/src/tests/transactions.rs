//! What a transaction promises.

use super::fixture::Fixture;
use super::on_both;

on_both! {
    a_task_is_read_as_it_was_written,
}

async fn a_task_is_read_as_it_was_written(fixture: Fixture) {
    let added = fixture.add_titles(&["pay rent", "water the Bäume"]).await;
    for task in &added {
        assert_eq!(fixture.task(task.id).await.as_ref(), Some(task));
    }
}
