-- Ends one session of a user. $1 user_id, $2 id.
DELETE FROM session
WHERE id = $2 AND user_id = $1
