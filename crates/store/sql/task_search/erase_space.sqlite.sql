-- Deletes for good the words of a space's tasks. $1 space_id.
DELETE FROM task_search
WHERE rowid IN (SELECT seq FROM task WHERE space_id = $1)
