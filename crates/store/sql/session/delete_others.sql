-- Ends the sessions of a user but one; a null spares none. $1 user_id, $2 id.
DELETE FROM session
WHERE user_id = $1 AND ($2::uuid IS NULL OR id <> $2::uuid)
