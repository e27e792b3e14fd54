-- A new assistant. $1 id, $2 user_id, $3 space_id, $4 client_id, $5 name, $6 host, $7 scope, $8 resource, $9 created_at, $10 expires_at.
INSERT INTO assistant (id, user_id, space_id, client_id, name, host, scope, resource, created_at, last_used_at, expires_at, revoked_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, NULL)
