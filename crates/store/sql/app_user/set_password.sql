-- A new password. $1 id, $2 password_hash, $3 updated_at.
UPDATE app_user
SET password_hash = $2, updated_at = $3
WHERE id = $1
