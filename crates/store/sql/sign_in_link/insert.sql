-- A new link. $1 token_hash, $2 user_id, $3 purpose, $4 created_at, $5 expires_at.
INSERT INTO sign_in_link (token_hash, user_id, purpose, created_at, expires_at, used_at)
VALUES ($1, $2, $3, $4, $5, NULL)
