-- What a request was answered. $1 user_id, $2 request_id.
SELECT request.request_hash, request.answer
FROM request
WHERE request.user_id = $1 AND request.request_id = $2
