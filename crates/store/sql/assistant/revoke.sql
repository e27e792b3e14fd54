-- Disconnects an assistant of a user. $1 space_id, $2 user_id, $3 id, $4 revoked_at.
UPDATE assistant
SET revoked_at = $4
WHERE id = $3 AND user_id = $2 AND space_id = $1 AND revoked_at IS NULL
