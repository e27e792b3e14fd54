-- Tasks by words, without the trash: the best matches first, the newest of them first. $1 space_id,
-- $2 best matches, $3 good ones, $4 all, $5 limit.
-- The words hold their space, so that the index of words is the only one that fits. A query in
-- brackets is read once, not once per row, and a part is only run where those before it found
-- too few. Each task found is looked up by itself: a plan made without knowing the limit would
-- read the whole space instead.
SELECT {task}
FROM (
  SELECT best.task_id, best.tier
  FROM (
    SELECT task_search.task_id, 0 AS tier
    FROM task_search
    WHERE task_search.words @@ (SELECT $2::text::tsquery)
    ORDER BY task_search.task_id DESC
    LIMIT $5::bigint
  ) AS best
  UNION ALL
  SELECT good.task_id, good.tier
  FROM (
    SELECT task_search.task_id, 1 AS tier
    FROM task_search
    WHERE task_search.words @@ (SELECT $3::text::tsquery)
      AND NOT task_search.words @@ (SELECT $2::text::tsquery)
    ORDER BY task_search.task_id DESC
    LIMIT $5::bigint
  ) AS good
  UNION ALL
  SELECT other.task_id, other.tier
  FROM (
    SELECT task_search.task_id, 2 AS tier
    FROM task_search
    WHERE task_search.words @@ (SELECT $4::text::tsquery)
      AND NOT task_search.words @@ (SELECT $3::text::tsquery)
    ORDER BY task_search.task_id DESC
    LIMIT $5::bigint
  ) AS other
  LIMIT $5::bigint
) AS found
CROSS JOIN LATERAL (
  SELECT {task} FROM task WHERE task.space_id = $1 AND task.id = found.task_id LIMIT 1
) AS task
WHERE task.deleted_at IS NULL
ORDER BY found.tier, task.id DESC
