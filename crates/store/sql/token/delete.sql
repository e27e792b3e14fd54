-- Revokes one token of a user. $1 space_id, $2 user_id, $3 id.
DELETE FROM token
WHERE id = $3 AND user_id = $2 AND space_id = $1
