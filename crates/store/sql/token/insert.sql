-- A new token. $1 token_hash, $2 id, $3 user_id, $4 space_id, $5 name, $6 scope, $7 projects, $8 created_at, $9 expires_at.
INSERT INTO token (token_hash, id, user_id, space_id, name, kind, scope, projects, created_at, last_used_at, expires_at)
VALUES ($1, $2, $3, $4, $5, 'personal', $6, $7, $8, NULL, $9)
