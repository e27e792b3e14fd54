-- Open tasks with a due date, a start or a reminder. $1 space_id.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.is_open = 1
  AND (task.due_on IS NOT NULL OR task.start_on IS NOT NULL OR task.reminders <> '[]')
