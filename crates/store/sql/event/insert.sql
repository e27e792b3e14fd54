-- An event. $1 space_id, $2 rev, $3 id, $4 subject, $5 verb, $6 subject_id, $7 change_id, $8 at,
-- $9 fields before, $10 fields after.
INSERT INTO event (
  space_id, rev, id, subject, verb, subject_id, change_id, at, fields_before, fields_after
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
