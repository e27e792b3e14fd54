-- The projects of a space without the trash. $1 space_id.
SELECT {project}
FROM project
WHERE project.space_id = $1
  AND project.deleted_at IS NULL
ORDER BY project.position, project.id
