-- One conversation of a user, to write to. $1 space_id, $2 user_id, $3 id.
SELECT id, title, context, created_at, updated_at
FROM conversation
WHERE space_id = $1 AND user_id = $2 AND id = $3
FOR UPDATE
