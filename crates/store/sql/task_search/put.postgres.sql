-- The words of a task, replacing earlier ones. $1 space_id, $2 task_id, $3 words as a tsvector.
INSERT INTO task_search (space_id, task_id, words)
VALUES ($1, $2, $3::text::tsvector)
ON CONFLICT (space_id, task_id) DO UPDATE
SET words = excluded.words
