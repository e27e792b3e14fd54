-- Deletes a conversation for good. $1 space_id, $2 user_id, $3 id.
DELETE FROM conversation
WHERE space_id = $1 AND user_id = $2 AND id = $3
