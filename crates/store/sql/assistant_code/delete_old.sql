-- Forgets the codes of a user that ended long ago. $1 space_id, $2 user_id, $3 ended_before.
DELETE FROM assistant_code
WHERE user_id = $2 AND space_id = $1 AND expires_at <= $3
