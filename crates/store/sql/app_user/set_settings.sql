-- A user's settings. $1 id, $2 settings, $3 updated_at.
UPDATE app_user
SET settings = $2, updated_at = $3
WHERE id = $1
