-- Takes back every link of a user. $1 user_id.
DELETE FROM sign_in_link
WHERE user_id = $1
