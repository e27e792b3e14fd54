-- A section, new or changed.
-- $1 space_id, $2 id, $3 project_id, $4 name, $5 name_key, $6 position, $7 is_done_column, $8 deleted_at, $9 version.
INSERT INTO section (space_id, id, project_id, name, name_key, position, is_done_column, deleted_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (space_id, id) DO UPDATE
SET project_id = $3,
  name = $4,
  name_key = $5,
  position = $6,
  is_done_column = $7,
  deleted_at = $8,
  version = $9
