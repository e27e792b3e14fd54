-- The counters of a space after a change. $1 space_id, $2 rev, $3 next_number, $4 directory_rev.
UPDATE space
SET rev = $2, next_number = $3, directory_rev = $4
WHERE id = $1
