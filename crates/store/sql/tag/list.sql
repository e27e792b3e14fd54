-- The tags of a space without the trash. $1 space_id.
SELECT {tag}
FROM tag
WHERE tag.space_id = $1
  AND tag.deleted_at IS NULL
ORDER BY tag.name_key
