-- Tasks with any of some words, most relevant first, without the trash. $1 space_id, $2 query, $3 limit.
-- The words hold their space, so that the index of words is the only one that fits. A query in
-- brackets is read once, not once per row. Each task found is looked up by itself: a plan made
-- without knowing the limit would read the whole space instead.
SELECT {task}
FROM (
  SELECT task_search.task_id, ts_rank(task_search.words, (SELECT $2::text::tsquery)) AS weight
  FROM task_search
  WHERE task_search.words @@ (SELECT $2::text::tsquery)
  ORDER BY weight DESC
  LIMIT $3::bigint
) AS found
CROSS JOIN LATERAL (
  SELECT {task} FROM task WHERE task.space_id = $1 AND task.id = found.task_id LIMIT 1
) AS task
WHERE task.deleted_at IS NULL
ORDER BY found.weight DESC, task.id DESC
LIMIT $3::bigint
