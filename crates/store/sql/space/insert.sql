-- A new space. $1 id, $2 name, $3 kind, $4 owner_id, $5 created_at.
INSERT INTO space (id, name, kind, owner_id, rev, next_number, directory_rev, created_at)
VALUES ($1, $2, $3, $4, 0, 1, 0, $5)
