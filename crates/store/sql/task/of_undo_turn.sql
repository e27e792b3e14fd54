-- Tasks that events are about of the changes of a turn that can be undone. $1 space_id, $2 turn_id.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (
    SELECT event.subject_id
    FROM change
    JOIN event ON event.space_id = change.space_id
      AND event.rev BETWEEN change.first_rev AND change.last_rev
    WHERE change.space_id = $1
      AND change.turn_id = $2
      AND change.can_undo = 1
      AND event.subject = 'task'
  )
