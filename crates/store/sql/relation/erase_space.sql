-- Deletes for good what a space has of this. $1 space_id.
DELETE FROM relation
WHERE space_id = $1
