-- All tasks of a project, done and trash included. $1 space_id, $2 project_id.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.project_id = $2
