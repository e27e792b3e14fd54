-- Tasks that events in a range of revisions are about, trash included.
-- $1 space_id, $2 after this revision, $3 up to this revision.
SELECT {task}
FROM task
WHERE task.space_id = $1
  AND task.id IN (
    SELECT event.subject_id
    FROM event
    WHERE event.space_id = $1
      AND event.rev > $2
      AND event.rev <= $3
      AND event.subject = 'task'
  )
