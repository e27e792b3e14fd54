-- The views in the trash of a space. $1 space_id.
SELECT {view}
FROM saved_view
WHERE saved_view.space_id = $1
  AND saved_view.deleted_at IS NOT NULL
