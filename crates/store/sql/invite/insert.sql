-- A new invite. $1 token_hash, $2 created_by, $3 email_key, $4 created_at, $5 expires_at.
INSERT INTO invite (token_hash, created_by, email_key, created_at, expires_at, used_at, used_by)
VALUES ($1, $2, $3, $4, $5, NULL, NULL)
