-- Lets an assistant stay connected until later. $1 id, $2 space_id, $3 expires_at.
UPDATE assistant
SET expires_at = $3
WHERE id = $1 AND space_id = $2 AND revoked_at IS NULL
