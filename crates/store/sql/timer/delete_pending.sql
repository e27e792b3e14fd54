-- The pending timers of tasks are no longer wanted. $1 space_id, $2 task ids.
DELETE FROM timer
WHERE space_id = $1
  AND task_id = ANY($2::uuid[])
  AND state = 'pending'
