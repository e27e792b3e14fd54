-- Events of changes. $1 space_id, $2 change ids.
-- CROSS JOIN makes SQLite begin with the few changes instead of with every event of the space.
SELECT {event}
FROM change
CROSS JOIN event
WHERE change.space_id = $1
  AND change.id = ANY($2::uuid[])
  AND event.space_id = change.space_id
  AND event.rev BETWEEN change.first_rev AND change.last_rev
ORDER BY event.rev
