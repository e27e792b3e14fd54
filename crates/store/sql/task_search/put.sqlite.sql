-- The words of a task, replacing earlier ones. $1 space_id, $2 task_id, $3 title, $4 notes.
-- One row of values: a SELECT would write the index to disk once per task. No task has seq 0.
INSERT OR REPLACE INTO task_search (rowid, title, notes)
VALUES (
  COALESCE((SELECT task.seq FROM task WHERE task.space_id = $1 AND task.id = $2), 0),
  $3,
  $4
)
