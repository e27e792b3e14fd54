-- What was shown of tasks that need no reminding now. $1 space_id, $2 task ids, $3 now.
UPDATE delivery
SET read_at = $3,
  state = CASE WHEN state = 'pending' THEN 'cancelled' ELSE state END
WHERE space_id = $1
  AND task_id = ANY($2::uuid[])
  AND read_at IS NULL
