-- The sessions of a user. $1 user_id, $2 now.
SELECT session.id, session.agent, session.created_at, session.last_used_at, session.expires_at
FROM session
WHERE session.user_id = $1 AND session.expires_at > $2
