-- The messages of the turn that a request began. $1 space_id, $2 request_key.
SELECT message.conversation_id, message.id, message.role, message.parts, message.turn_id
FROM message AS asked
JOIN message ON message.space_id = asked.space_id
  AND message.conversation_id = asked.conversation_id
  AND message.turn_id = asked.turn_id
WHERE asked.space_id = $1 AND asked.request_key = $2
