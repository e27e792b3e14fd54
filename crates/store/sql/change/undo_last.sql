-- A user's latest change that can be undone. $1 space_id, $2 user_id.
SELECT {change}
FROM change
WHERE change.space_id = $1
  AND change.user_id = $2
  AND change.can_undo = 1
ORDER BY change.last_rev DESC
LIMIT 1
