-- A page of a user's conversations, newest first, after ($3, $4). $1 space_id, $2 user_id,
-- $3 updated_at, $4 id, $5 pattern of the folded title, $6 limit.
SELECT id, title, context, created_at, updated_at
FROM conversation
WHERE space_id = $1 AND user_id = $2
  AND (updated_at, id) < ($3, $4)
  AND title_key LIKE $5 ESCAPE '\'
ORDER BY updated_at DESC, id DESC
LIMIT $6
