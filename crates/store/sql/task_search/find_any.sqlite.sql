-- Tasks with any of some words, most relevant first, without the trash. $1 space_id, $2 query, $3 limit.
-- The join is in this order: statistics may make the planner read the whole space instead.
SELECT {task}
FROM (
  SELECT task_search.rowid AS seq, bm25(task_search, 10.0, 1.0) AS weight
  FROM task_search
  WHERE task_search MATCH $2
  ORDER BY weight
  LIMIT $3
) AS found
CROSS JOIN task
WHERE task.seq = found.seq
  AND +task.space_id = $1
  AND task.deleted_at IS NULL
ORDER BY found.weight, task.id DESC
LIMIT $3
