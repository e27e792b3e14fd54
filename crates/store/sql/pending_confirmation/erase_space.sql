-- Deletes for good what a space has of this. $1 space_id.
DELETE FROM pending_confirmation
WHERE space_id = $1
