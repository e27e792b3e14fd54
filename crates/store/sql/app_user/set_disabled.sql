-- Disables an account, or enables it with a null. $1 id, $2 disabled_at, $3 updated_at.
UPDATE app_user
SET disabled_at = $2, updated_at = $3
WHERE id = $1
