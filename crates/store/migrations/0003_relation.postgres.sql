-- How tasks relate to each other: with the task that keeps the relation, and as rows to find the other side by.
ALTER TABLE task ADD COLUMN relations TEXT COLLATE "C";

CREATE TABLE relation (
  space_id UUID NOT NULL,
  task_id UUID NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  other_id UUID NOT NULL,
  PRIMARY KEY (space_id, task_id, kind, other_id)
);
CREATE INDEX relation_other ON relation (space_id, other_id);
