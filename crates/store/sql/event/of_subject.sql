-- Events about one thing, newest first. $1 space_id, $2 subject_id, $3 before this rev, $4 limit.
SELECT {event}
FROM event
JOIN change ON change.space_id = event.space_id AND change.id = event.change_id
WHERE event.space_id = $1
  AND event.subject_id = $2
  AND event.rev < $3
ORDER BY event.rev DESC
LIMIT $4
