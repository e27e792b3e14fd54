-- All tasks of a section, done and trash included. $1 space_id, $2 section_id.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.section_id = $2
