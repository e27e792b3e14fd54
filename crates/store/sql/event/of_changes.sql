-- Events of changes. $1 space_id, $2 change ids.
SELECT {event}
FROM change
JOIN event ON event.space_id = change.space_id
  AND event.rev BETWEEN change.first_rev AND change.last_rev
WHERE change.space_id = $1
  AND change.id = ANY($2::uuid[])
ORDER BY event.rev
