-- A new session. $1 token_hash, $2 id, $3 user_id, $4 agent, $5 created_at, $6 expires_at.
INSERT INTO session (token_hash, id, user_id, agent, created_at, last_used_at, expires_at)
VALUES ($1, $2, $3, $4, $5, $5, $6)
