-- The sections of a space without the trash. $1 space_id.
SELECT {section}
FROM section
WHERE section.space_id = $1
  AND section.deleted_at IS NULL
ORDER BY section.project_id, section.position, section.id
