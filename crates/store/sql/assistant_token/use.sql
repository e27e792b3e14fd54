-- Uses a refresh token up. $1 token_hash, $2 used_at.
UPDATE assistant_token
SET used_at = $2
WHERE token_hash = $1 AND used_at IS NULL
