-- A new user. $1 id, $2 email, $3 email_key, $4 name, $5 password_hash, $6 settings, $7 created_at.
INSERT INTO app_user (id, email, email_key, name, password_hash, settings, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
