-- Events of the changes of a token that can be undone. $1 space_id, $2 token_id.
-- CROSS JOIN makes SQLite begin with the few changes instead of with every event of the space.
SELECT {event}
FROM change
CROSS JOIN event
WHERE change.space_id = $1
  AND change.credential_kind = 'token'
  AND change.credential_id = $2
  AND change.can_undo = 1
  AND event.space_id = change.space_id
  AND event.rev BETWEEN change.first_rev AND change.last_rev
ORDER BY event.rev
