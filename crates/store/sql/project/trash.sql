-- The projects in the trash of a space. $1 space_id.
SELECT {project}
FROM project
WHERE project.space_id = $1
  AND project.deleted_at IS NOT NULL
