-- A committed command. $1 space_id, $2 id, $3 first_rev, $4 last_rev, $5 at, $6 user_id,
-- $7 credential_kind, $8 credential_id, $9 via, $10 turn_id, $11 command, $12 request_id,
-- $13 request_hash, $14 undoes, $15 can_undo, $16 outcome.
INSERT INTO change (
  space_id, id, first_rev, last_rev, at, user_id, credential_kind, credential_id, via, turn_id,
  command, request_id, request_hash, undoes, can_undo, outcome
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
