-- A new name. $1 id, $2 name, $3 updated_at.
UPDATE app_user
SET name = $2, updated_at = $3
WHERE id = $1
