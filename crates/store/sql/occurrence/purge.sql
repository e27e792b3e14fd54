-- Removes for good what belongs to tasks of the trash. $1 space_id, $2 task ids.
DELETE FROM occurrence
WHERE space_id = $1
  AND task_id = ANY($2::uuid[])
