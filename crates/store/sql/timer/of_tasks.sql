-- The pending timers of tasks. $1 space_id, $2 task ids.
SELECT timer.task_id, timer.reminder_id, timer.fire_at, timer.slot
FROM timer
WHERE timer.space_id = $1
  AND timer.task_id = ANY($2::uuid[])
  AND timer.state = 'pending'
ORDER BY timer.fire_at
