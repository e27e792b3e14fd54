-- Uses a token up. $1 space_id, $2 user_id, $3 token_hash, $4 now.
UPDATE pending_confirmation
SET used_at = $4
WHERE space_id = $1 AND user_id = $2 AND token_hash = $3 AND used_at IS NULL
