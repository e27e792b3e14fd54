-- A tag of a task. $1 space_id, $2 tag_id, $3 task_id.
INSERT INTO task_tag (space_id, tag_id, task_id)
VALUES ($1, $2, $3)
ON CONFLICT DO NOTHING
