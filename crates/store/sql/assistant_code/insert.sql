-- A new code. $1 code_hash, $2 assistant_id, $3 user_id, $4 space_id, $5 client_id, $6 name, $7 host, $8 scope, $9 resource, $10 redirect_uri, $11 challenge, $12 expires_at.
INSERT INTO assistant_code (code_hash, assistant_id, user_id, space_id, client_id, name, host, scope, resource, redirect_uri, challenge, expires_at, used_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, NULL)
