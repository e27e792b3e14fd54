-- Another title. $1 space_id, $2 user_id, $3 id, $4 title, $5 title_key.
UPDATE conversation
SET title = $4, title_key = $5
WHERE space_id = $1 AND user_id = $2 AND id = $3
