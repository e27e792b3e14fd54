-- Notes that a token is in use. $1 token_hash, $2 last_used_at.
UPDATE token
SET last_used_at = $2
WHERE token_hash = $1
