-- Events after a revision, in order. $1 space_id, $2 rev, $3 limit.
SELECT {event}
FROM event
JOIN change ON change.space_id = event.space_id AND change.id = event.change_id
WHERE event.space_id = $1
  AND event.rev > $2
ORDER BY event.rev
LIMIT $3
