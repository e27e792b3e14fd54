-- Takes back the rows of the ledger from a slot on. $1 space_id, $2 task_id, $3 slot.
DELETE FROM occurrence
WHERE space_id = $1
  AND task_id = $2
  AND slot >= $3
