-- How many notifications a person has not seen, counted up to a limit.
-- $1 space_id, $2 user_id, $3 limit.
SELECT count(*)
FROM (
  SELECT 1 AS one
  FROM delivery
  WHERE delivery.space_id = $1
    AND delivery.user_id = $2
    AND delivery.channel = 'in_app'
    AND delivery.read_at IS NULL
  LIMIT $3
) AS unread
