-- A row of the ledger; a series that was moved back names the same slot again. $1 space_id,
-- $2 task_id, $3 slot, $4 outcome, $5 at, $6 by_id, $7 the task and its subtasks before.
INSERT INTO occurrence (space_id, task_id, slot, outcome, at, by_id, before_tasks)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (space_id, task_id, slot) DO UPDATE
SET outcome = excluded.outcome,
  at = excluded.at,
  by_id = excluded.by_id,
  before_tasks = excluded.before_tasks,
  withdrawn_by = NULL
