-- A new member. $1 space_id, $2 user_id, $3 role.
INSERT INTO member (space_id, user_id, role)
VALUES ($1, $2, $3)
