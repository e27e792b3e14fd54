-- Events about some things after a revision, in order. $1 space_id, $2 subject ids, $3 rev.
SELECT {event}
FROM event
JOIN change ON change.space_id = event.space_id AND change.id = event.change_id
WHERE event.space_id = $1
  AND event.subject_id = ANY($2::uuid[])
  AND event.rev > $3
ORDER BY event.rev
