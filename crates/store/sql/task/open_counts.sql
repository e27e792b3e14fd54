-- How many open tasks each project has. $1 space_id.
SELECT task.project_id, count(*)
FROM task
WHERE task.space_id = $1
  AND task.is_open = 1
GROUP BY task.project_id
