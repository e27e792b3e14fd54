-- No longer a tag of a task. $1 space_id, $2 tag_id, $3 task_id.
DELETE FROM task_tag
WHERE space_id = $1
  AND tag_id = $2
  AND task_id = $3
