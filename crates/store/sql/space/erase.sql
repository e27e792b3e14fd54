-- Deletes a space for good, after everything in it. $1 space_id.
DELETE FROM space
WHERE id = $1
