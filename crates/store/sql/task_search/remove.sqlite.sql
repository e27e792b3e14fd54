-- The words of a task that goes to the trash. $1 space_id, $2 task_id.
DELETE FROM task_search
WHERE rowid = (SELECT task.seq FROM task WHERE task.space_id = $1 AND task.id = $2)
