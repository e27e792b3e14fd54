-- The tokens of a user in a space. $1 space_id, $2 user_id.
SELECT token.id, token.name, token.scope, token.projects, token.created_at, token.last_used_at, token.expires_at
FROM token
WHERE token.user_id = $2 AND token.space_id = $1
