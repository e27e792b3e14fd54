-- A request with its answer. $1 user_id, $2 request_id, $3 request_hash, $4 answer, $5 created_at.
INSERT INTO request (user_id, request_id, request_hash, answer, created_at)
VALUES ($1, $2, $3, $4, $5)
