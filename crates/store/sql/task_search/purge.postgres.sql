-- Removes for good the words of tasks of the trash. $1 space_id, $2 task ids.
DELETE FROM task_search
WHERE space_id = $1
  AND task_id = ANY($2::uuid[])
