-- The words of a task that goes to the trash. $1 space_id, $2 task_id.
DELETE FROM task_search
WHERE space_id = $1
  AND task_id = $2
