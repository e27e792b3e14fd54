-- Removes for good what others keep of tasks of the trash. $1 space_id, $2 task ids.
DELETE FROM relation
WHERE space_id = $1
  AND other_id = ANY($2::uuid[])
