-- A new token. $1 space_id, $2 token_hash, $3 user_id, $4 subject_hash, $5 created_at, $6 expires_at.
INSERT INTO pending_confirmation (space_id, token_hash, user_id, subject_hash, created_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $6)
