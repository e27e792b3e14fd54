-- What the tokens of a user are called. $1 user_id.
SELECT token.id, token.name
FROM token
WHERE token.user_id = $1
