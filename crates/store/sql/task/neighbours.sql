-- The positions just before and just after tasks, among open tasks of the same project.
-- $1 space_id, $2 ids.
SELECT
  here.id,
  (
    SELECT task.position
    FROM task
    WHERE task.space_id = $1
      AND task.is_open = 1
      AND task.project_id = here.project_id
      AND task.position < here.position
    ORDER BY task.position DESC
    LIMIT 1
  ),
  (
    SELECT task.position
    FROM task
    WHERE task.space_id = $1
      AND task.is_open = 1
      AND task.project_id = here.project_id
      AND task.position > here.position
    ORDER BY task.position
    LIMIT 1
  )
FROM task AS here
WHERE here.space_id = $1
  AND here.id = ANY($2::uuid[])
