-- Changes that another one took back. $1 space_id, $2 ids, $3 the other one.
UPDATE change
SET undone_by = $3, can_undo = 0
WHERE space_id = $1
  AND id = ANY($2::uuid[])
