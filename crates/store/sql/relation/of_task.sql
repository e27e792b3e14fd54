-- The relations of a task, kept by it or by the others. $1 space_id, $2 task_id.
SELECT relation.kind, relation.task_id, relation.other_id
FROM relation
WHERE relation.space_id = $1
  AND relation.task_id = $2
UNION ALL
SELECT relation.kind, relation.task_id, relation.other_id
FROM relation
WHERE relation.space_id = $1
  AND relation.other_id = $2
