-- A project, new or changed.
-- $1 space_id, $2 id, $3 parent_id, $4 name, $5 name_key, $6 colour, $7 icon, $8 kind, $9 archived, $10 position, $11 layout, $12 deleted_at, $13 version.
INSERT INTO project (space_id, id, parent_id, name, name_key, colour, icon, kind, archived, position, layout, deleted_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
ON CONFLICT (space_id, id) DO UPDATE
SET parent_id = $3,
  name = $4,
  name_key = $5,
  colour = $6,
  icon = $7,
  kind = $8,
  archived = $9,
  position = $10,
  layout = $11,
  deleted_at = $12,
  version = $13
