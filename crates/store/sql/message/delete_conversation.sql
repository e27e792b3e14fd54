-- Deletes the messages of a conversation for good. $1 space_id, $2 conversation_id.
DELETE FROM message
WHERE space_id = $1 AND conversation_id = $2
