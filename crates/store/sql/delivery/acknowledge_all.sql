-- A person has seen all notifications. $1 space_id, $2 user_id, $3 now.
UPDATE delivery
SET read_at = $3, state = 'acknowledged'
WHERE space_id = $1
  AND user_id = $2
  AND channel = 'in_app'
  AND read_at IS NULL
