-- Removes for good what tasks of the trash keep. $1 space_id, $2 task ids.
DELETE FROM relation
WHERE space_id = $1
  AND task_id = ANY($2::uuid[])
