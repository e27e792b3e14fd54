-- Takes back the rows of slots, and the later ones that were missed. $1 space_id, $2 task_id,
-- $3 the first slot, $4 the change that does, $5 the slot that was open afterwards, or null.
UPDATE occurrence
SET withdrawn_by = $4
WHERE space_id = $1
  AND task_id = $2
  AND slot >= $3
  AND (slot < $5 OR $5 IS NULL OR outcome = 'missed')
  AND withdrawn_by IS NULL
