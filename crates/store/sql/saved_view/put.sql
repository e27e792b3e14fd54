-- A view, new or changed.
-- $1 space_id, $2 id, $3 name, $4 name_key, $5 filter, $6 layout, $7 sort, $8 grouping, $9 shared, $10 position, $11 deleted_at, $12 version.
INSERT INTO saved_view (space_id, id, name, name_key, filter, layout, sort, grouping, shared, position, deleted_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (space_id, id) DO UPDATE
SET name = $3,
  name_key = $4,
  filter = $5,
  layout = $6,
  sort = $7,
  grouping = $8,
  shared = $9,
  position = $10,
  deleted_at = $11,
  version = $12
