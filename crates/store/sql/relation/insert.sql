-- A relation of a task to another. $1 space_id, $2 task_id, $3 kind, $4 other_id.
INSERT INTO relation (space_id, task_id, kind, other_id)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING
