-- A timer has fired. $1 reminder_id, $2 fire_at, $3 now, $4 space_id.
UPDATE timer
SET state = 'fired', fired_at = $3
WHERE reminder_id = $1
  AND fire_at = $2
  AND space_id = $4
  AND state = 'pending'
