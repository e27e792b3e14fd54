-- Direct subtasks that are not in the trash. $1 space_id, $2 ids of parents.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.parent_id = ANY($2::uuid[])
  AND task.deleted_at IS NULL
