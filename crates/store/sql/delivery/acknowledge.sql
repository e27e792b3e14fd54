-- A person has seen a notification. $1 space_id, $2 user_id, $3 id, $4 now.
UPDATE delivery
SET read_at = $4, state = 'acknowledged'
WHERE space_id = $1
  AND user_id = $2
  AND id = $3
  AND read_at IS NULL
