-- Tasks that events of these changes are about, trash included. $1 space_id, $2 change ids.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (
    SELECT event.subject_id
    FROM change
    JOIN event ON event.space_id = change.space_id
      AND event.rev BETWEEN change.first_rev AND change.last_rev
    WHERE change.space_id = $1
      AND change.id = ANY($2::uuid[])
      AND event.subject = 'task'
  )
