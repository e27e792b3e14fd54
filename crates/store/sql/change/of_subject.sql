-- Changes with events about one thing, newest first. $1 space_id, $2 subject_id,
-- $3 before this rev, $4 limit.
SELECT {change}
FROM change
WHERE change.space_id = $1
  AND change.id IN (
    SELECT event.change_id
    FROM event
    WHERE event.space_id = $1
      AND event.subject_id = $2
      AND event.rev < $3
    ORDER BY event.rev DESC
    LIMIT $4
  )
ORDER BY change.last_rev DESC
