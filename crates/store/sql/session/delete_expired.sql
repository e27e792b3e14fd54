-- Forgets the sessions of a user that have ended. $1 user_id, $2 now.
DELETE FROM session
WHERE user_id = $1 AND expires_at <= $2
