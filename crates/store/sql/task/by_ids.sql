-- Tasks by id, trash included. $1 space_id, $2 ids.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id = ANY($2::uuid[])
