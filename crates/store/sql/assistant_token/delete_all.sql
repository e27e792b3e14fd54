-- Takes back every token of an assistant. $1 assistant_id.
DELETE FROM assistant_token
WHERE assistant_id = $1
