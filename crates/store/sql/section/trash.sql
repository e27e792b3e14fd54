-- The sections in the trash of a space. $1 space_id.
SELECT {section}
FROM section
WHERE section.space_id = $1
  AND section.deleted_at IS NOT NULL
