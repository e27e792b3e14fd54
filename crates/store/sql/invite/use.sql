-- Uses an invite up. $1 token_hash, $2 used_at, $3 used_by.
UPDATE invite
SET used_at = $2, used_by = $3
WHERE token_hash = $1 AND used_at IS NULL
