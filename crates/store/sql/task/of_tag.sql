-- All tasks with a tag, done and trash included. $1 space_id, $2 tag_id.
SELECT {task}
FROM task_tag
JOIN task ON task.space_id = task_tag.space_id AND task.id = task_tag.task_id
WHERE task_tag.space_id = $1
  AND task_tag.tag_id = $2
