-- A new address. $1 id, $2 email, $3 email_key, $4 updated_at.
UPDATE app_user
SET email = $2, email_key = $3, updated_at = $4
WHERE id = $1
