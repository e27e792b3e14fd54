-- The timers of one space that are due, with their tasks, earliest first.
-- $1 space_id, $2 now, $3 limit.
SELECT timer.reminder_id, timer.fire_at, timer.slot, {task}
FROM timer
JOIN task ON task.space_id = $1 AND task.id = timer.task_id
WHERE timer.space_id = $1
  AND timer.state = 'pending'
  AND timer.fire_at <= $2
ORDER BY timer.fire_at
LIMIT $3
