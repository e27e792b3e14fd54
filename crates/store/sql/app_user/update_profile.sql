-- What a person has settled. $1 id, $2 name, $3 settings, $4 updated_at.
UPDATE app_user
SET name = $2, settings = $3, updated_at = $4
WHERE id = $1
