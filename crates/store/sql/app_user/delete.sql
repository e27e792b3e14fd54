-- Deletes an account whose spaces are gone. $1 id.
DELETE FROM app_user
WHERE id = $1
