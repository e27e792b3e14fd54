-- Changes, newest first. $1 space_id, $2 before this rev, $3 limit.
SELECT {change}
FROM change
WHERE change.space_id = $1
  AND change.last_rev < $2
ORDER BY change.last_rev DESC
LIMIT $3
