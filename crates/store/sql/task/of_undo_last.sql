-- Tasks that events are about of a user's latest change that can be undone. $1 space_id, $2 user_id.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (
    SELECT event.subject_id
    FROM change
    JOIN event ON event.space_id = change.space_id
      AND event.rev BETWEEN change.first_rev AND change.last_rev
    WHERE change.space_id = $1
      AND change.last_rev = (
      SELECT latest.last_rev
      FROM change AS latest
      WHERE latest.space_id = $1
        AND latest.user_id = $2
        AND latest.can_undo = 1
      ORDER BY latest.last_rev DESC
      LIMIT 1
    )
      AND event.subject = 'task'
  )
