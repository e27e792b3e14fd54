-- How tasks relate to each other: with the task that keeps the relation, and as rows to find the other side by.
ALTER TABLE task ADD COLUMN relations TEXT;

CREATE TABLE relation (
  space_id BLOB NOT NULL,
  task_id BLOB NOT NULL,
  kind TEXT NOT NULL,
  other_id BLOB NOT NULL,
  PRIMARY KEY (space_id, task_id, kind, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_other ON relation (space_id, other_id);
