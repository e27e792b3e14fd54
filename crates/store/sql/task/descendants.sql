-- Subtasks at every depth, trash included. $1 space_id, $2 ids, $3 greatest depth.
WITH RECURSIVE below (id, depth) AS (
  SELECT task.id, 1
  FROM task
  WHERE task.space_id = $1
    AND task.parent_id = ANY($2::uuid[])
  UNION
  SELECT task.id, below.depth + 1
  FROM below
  JOIN task ON task.space_id = $1 AND task.parent_id = below.id
  WHERE below.depth < $3::int
)
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (SELECT below.id FROM below)
