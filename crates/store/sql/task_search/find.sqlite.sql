-- Tasks by words, without the trash: the best matches first, the newest of them first. $1 space_id,
-- $2 best matches, $3 good ones, $4 the others, no task in two of them, $5 limit.
-- Each part is read from its newest end and only as far as the limit, so a common word costs no
-- more than a rare one.
-- The join is in this order: statistics may make the planner read the whole space instead.
SELECT {task}
FROM (
  SELECT best.seq, 0 AS tier
  FROM (
    SELECT rowid AS seq FROM task_search WHERE task_search MATCH $2 ORDER BY rowid DESC LIMIT $5
  ) AS best
  UNION ALL
  SELECT good.seq, 1 AS tier
  FROM (
    SELECT rowid AS seq FROM task_search WHERE task_search MATCH $3 ORDER BY rowid DESC LIMIT $5
  ) AS good
  UNION ALL
  SELECT other.seq, 2 AS tier
  FROM (
    SELECT rowid AS seq FROM task_search WHERE task_search MATCH $4 ORDER BY rowid DESC LIMIT $5
  ) AS other
  LIMIT $5
) AS found
CROSS JOIN task
WHERE task.seq = found.seq
  AND +task.space_id = $1
  AND task.deleted_at IS NULL
ORDER BY found.tier, task.seq DESC
