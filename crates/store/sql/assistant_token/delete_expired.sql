-- Forgets the tokens of an assistant that have ended. $1 assistant_id, $2 now.
DELETE FROM assistant_token
WHERE assistant_id = $1 AND expires_at <= $2
