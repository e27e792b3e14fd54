-- Tasks that have been in the trash for long, the oldest first. $1 space_id, $2 before, $3 limit.
SELECT task.id
FROM task
WHERE task.space_id = $1
  AND task.deleted_at IS NOT NULL
  AND task.deleted_at < $2
ORDER BY task.deleted_at
LIMIT $3
