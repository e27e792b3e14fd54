-- The words of a task, replacing earlier ones. $1 space_id, $2 task_id, $3 title, $4 notes.
INSERT OR REPLACE INTO task_search (rowid, title, notes)
SELECT task.seq, $3, $4
FROM task
WHERE task.space_id = $1
  AND task.id = $2
