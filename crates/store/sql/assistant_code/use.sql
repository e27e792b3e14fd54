-- Uses a code up. $1 code_hash, $2 space_id, $3 used_at.
UPDATE assistant_code
SET used_at = $3
WHERE code_hash = $1 AND space_id = $2 AND used_at IS NULL
