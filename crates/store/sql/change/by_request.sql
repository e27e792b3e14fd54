-- What became of a request. $1 space_id, $2 user_id, $3 request_id.
SELECT change.id, change.request_hash, change.outcome
FROM change
WHERE change.space_id = $1
  AND change.user_id = $2
  AND change.request_id = $3
