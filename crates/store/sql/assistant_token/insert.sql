-- A new token of an assistant. $1 token_hash, $2 assistant_id, $3 kind, $4 scope, $5 expires_at.
INSERT INTO assistant_token (token_hash, assistant_id, kind, scope, expires_at, used_at)
VALUES ($1, $2, $3, $4, $5, NULL)
