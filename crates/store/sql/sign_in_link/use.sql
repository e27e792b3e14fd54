-- Uses a link up. $1 token_hash, $2 used_at.
UPDATE sign_in_link
SET used_at = $2
WHERE token_hash = $1 AND used_at IS NULL
