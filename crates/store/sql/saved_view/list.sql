-- The views of a space without the trash. $1 space_id.
SELECT {view}
FROM saved_view
WHERE saved_view.space_id = $1
  AND saved_view.deleted_at IS NULL
ORDER BY saved_view.position, saved_view.id
