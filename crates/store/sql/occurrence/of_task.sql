-- The ledger of a task, newest first. $1 space_id, $2 task_id, $3 limit.
SELECT {occurrence}
FROM occurrence
WHERE occurrence.space_id = $1
  AND occurrence.task_id = $2
  AND occurrence.withdrawn_by IS NULL
ORDER BY occurrence.slot DESC
LIMIT $3
