-- One token of a user, to use up. $1 space_id, $2 user_id, $3 token_hash.
SELECT subject_hash, expires_at, used_at
FROM pending_confirmation
WHERE space_id = $1 AND user_id = $2 AND token_hash = $3
FOR UPDATE
