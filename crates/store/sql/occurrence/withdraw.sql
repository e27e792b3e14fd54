-- Takes back the rows of the ledger from a slot on. $1 space_id, $2 task_id, $3 slot, $4 the change
-- that does.
UPDATE occurrence
SET withdrawn_by = $4
WHERE space_id = $1
  AND task_id = $2
  AND slot >= $3
  AND withdrawn_by IS NULL
