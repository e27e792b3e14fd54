-- Events of the changes of a turn that can be undone. $1 space_id, $2 turn_id.
SELECT {event}
FROM change
JOIN event ON event.space_id = change.space_id
  AND event.rev BETWEEN change.first_rev AND change.last_rev
WHERE change.space_id = $1
  AND change.turn_id = $2
  AND change.can_undo = 1
ORDER BY event.rev
