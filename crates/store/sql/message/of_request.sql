-- The messages of the turn that a request began. $1 space_id, $2 request_key.
SELECT conversation_id, role, parts, turn_id
FROM message
WHERE space_id = $1 AND (conversation_id, turn_id) IN (
    SELECT asked.conversation_id, asked.turn_id
    FROM message AS asked
    WHERE asked.space_id = $1 AND asked.request_key = $2
  )
ORDER BY id
