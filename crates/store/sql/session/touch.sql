-- Notes that a session is in use. $1 token_hash, $2 last_used_at, $3 expires_at.
UPDATE session
SET last_used_at = $2, expires_at = $3
WHERE token_hash = $1
