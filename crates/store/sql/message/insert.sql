-- A new message. $1 space_id, $2 conversation_id, $3 id, $4 role, $5 parts, $6 turn_id,
-- $7 request_key, $8 created_at.
INSERT INTO message (space_id, conversation_id, id, role, parts, turn_id, request_key, created_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
