-- Notes that an assistant is in use. $1 id, $2 last_used_at.
UPDATE assistant
SET last_used_at = $2
WHERE id = $1
