-- Forgets the tokens of a space that are too old. $1 space_id, $2 now.
DELETE FROM pending_confirmation
WHERE space_id = $1 AND expires_at < $2
