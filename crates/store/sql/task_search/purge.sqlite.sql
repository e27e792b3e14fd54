-- Removes for good the words of tasks of the trash. $1 space_id, $2 task ids.
DELETE FROM task_search
WHERE rowid IN (
  SELECT task.seq
  FROM task
  WHERE task.space_id = $1
    AND task.id = ANY($2::uuid[])
)
