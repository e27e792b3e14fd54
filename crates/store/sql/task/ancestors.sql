-- Tasks and their parents up to the root, trash included. $1 space_id, $2 ids, $3 greatest depth.
WITH RECURSIVE above (id, parent_id, depth) AS (
  SELECT task.id, task.parent_id, 0
  FROM task
  WHERE task.space_id = $1
    AND task.id = ANY($2::uuid[])
  UNION
  SELECT task.id, task.parent_id, above.depth + 1
  FROM above
  JOIN task ON task.space_id = $1 AND task.id = above.parent_id
  WHERE above.depth < $3::int
)
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (SELECT above.id FROM above)
