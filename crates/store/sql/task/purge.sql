-- Removes for good what belongs to tasks of the trash. $1 space_id, $2 task ids.
DELETE FROM task
WHERE space_id = $1
  AND id = ANY($2::uuid[])
