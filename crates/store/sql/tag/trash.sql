-- The tags in the trash of a space. $1 space_id.
SELECT {tag}
FROM tag
WHERE tag.space_id = $1
  AND tag.deleted_at IS NOT NULL
