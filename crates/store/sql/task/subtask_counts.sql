-- How many open and finished subtasks tasks have. $1 space_id, $2 ids.
SELECT task.parent_id, sum(task.is_open)::bigint, sum(1 - task.is_open)::bigint
FROM task
WHERE task.space_id = $1
  AND task.parent_id = ANY($2::uuid[])
  AND task.deleted_at IS NULL
GROUP BY task.parent_id
