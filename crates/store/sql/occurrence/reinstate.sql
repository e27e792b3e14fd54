-- Brings back the rows of the ledger that a change has taken back. $1 space_id, $2 task_id, $3 the
-- change, $4 a slot whose row is brought back whoever took it back last, or null.
UPDATE occurrence
SET withdrawn_by = NULL
WHERE space_id = $1
  AND task_id = $2
  AND withdrawn_by IS NOT NULL
  AND (withdrawn_by = $3 OR slot = $4)
