-- No longer a relation of a task to another. $1 space_id, $2 task_id, $3 kind, $4 other_id.
DELETE FROM relation
WHERE space_id = $1
  AND task_id = $2
  AND kind = $3
  AND other_id = $4
