-- The first and the last position among open tasks of each project that is not in the trash.
-- $1 space_id.
SELECT
  (
    SELECT task.position
    FROM task
    WHERE task.space_id = $1
      AND task.is_open = 1
      AND task.project_id = project.id
    ORDER BY task.position
    LIMIT 1
  ),
  (
    SELECT task.position
    FROM task
    WHERE task.space_id = $1
      AND task.is_open = 1
      AND task.project_id = project.id
    ORDER BY task.position DESC
    LIMIT 1
  )
FROM project
WHERE project.space_id = $1
  AND project.deleted_at IS NULL
