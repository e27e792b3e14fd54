-- A new conversation. $1 space_id, $2 id, $3 user_id, $4 title, $5 title_key, $6 context, $7 now.
INSERT INTO conversation (space_id, id, user_id, title, title_key, context, created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $7)
