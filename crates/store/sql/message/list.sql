-- The latest messages of a conversation, newest first. $1 space_id, $2 conversation_id, $3 limit.
SELECT id, role, parts, turn_id, created_at
FROM message
WHERE space_id = $1 AND conversation_id = $2
ORDER BY id DESC
LIMIT $3
