-- Forgets old requests of a user. $1 user_id, $2 before.
DELETE FROM request
WHERE user_id = $1 AND created_at < $2
