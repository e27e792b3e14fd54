-- The task that people call #number, trash included. $1 space_id, $2 number.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.number = $2
