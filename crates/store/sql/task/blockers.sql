-- Everything that tasks wait for, however far away, trash included. $1 space_id, $2 ids.
WITH RECURSIVE blocker (id) AS (
  SELECT relation.other_id
  FROM relation
  WHERE relation.space_id = $1
    AND relation.task_id = ANY($2::uuid[])
    AND relation.kind = 'blocked_by'
  UNION
  SELECT relation.other_id
  FROM blocker
  JOIN relation ON relation.space_id = $1 AND relation.task_id = blocker.id
  WHERE relation.kind = 'blocked_by'
)
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (SELECT blocker.id FROM blocker)
