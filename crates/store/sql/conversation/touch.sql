-- What was last spoken about, and when. $1 space_id, $2 user_id, $3 id, $4 context, $5 now.
UPDATE conversation
SET context = $4, updated_at = $5
WHERE space_id = $1 AND user_id = $2 AND id = $3
