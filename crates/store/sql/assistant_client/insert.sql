-- A program that registers itself. $1 client_id, $2 name, $3 redirect_uris, $4 created_at.
INSERT INTO assistant_client (client_id, name, redirect_uris, created_at)
VALUES ($1, $2, $3, $4)
