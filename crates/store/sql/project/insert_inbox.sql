-- The first project of a space. $1 space_id, $2 id, $3 name, $4 name_key, $5 kind, $6 position,
-- $7 layout.
INSERT INTO project (space_id, id, name, name_key, kind, archived, position, layout, version)
VALUES ($1, $2, $3, $4, $5, 0, $6, $7, 1)
