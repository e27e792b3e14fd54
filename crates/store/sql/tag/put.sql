-- A tag, new or changed.
-- $1 space_id, $2 id, $3 name, $4 name_key, $5 colour, $6 deleted_at, $7 version.
INSERT INTO tag (space_id, id, name, name_key, colour, deleted_at, version)
VALUES ($1, $2, $3, $4, $5, $6, $7)
ON CONFLICT (space_id, id) DO UPDATE
SET name = $3,
  name_key = $4,
  colour = $5,
  deleted_at = $6,
  version = $7
