-- The connected assistants of a user in a space. $1 space_id, $2 user_id, $3 now.
SELECT assistant.id, assistant.name, assistant.host, assistant.scope, assistant.created_at, assistant.last_used_at, assistant.expires_at
FROM assistant
WHERE assistant.user_id = $2 AND assistant.space_id = $1 AND assistant.revoked_at IS NULL AND assistant.expires_at > $3
