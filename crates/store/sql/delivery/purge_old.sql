-- Removes for good what was shown long ago. $1 space_id, $2 before.
DELETE FROM delivery
WHERE space_id = $1
  AND fire_at < $2
