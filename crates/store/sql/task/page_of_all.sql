-- Tasks in the order of their ids, without the trash: for a full synchronisation and for export.
-- $1 space_id, $2 after this id, $3 limit.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id > $2
  AND task.deleted_at IS NULL
ORDER BY task.id
LIMIT $3
