-- What the assistants of a user in a space are called, the revoked ones too. $1 space_id, $2 user_id.
SELECT assistant.id, assistant.name
FROM assistant
WHERE assistant.user_id = $2 AND assistant.space_id = $1
