-- A new task. Values in the order of the columns.
INSERT INTO task (
  space_id, id, number, project_id, section_id, parent_id, title, title_key, notes, notes_key,
  status, is_open, priority, position, start_on, start_time, start_zone, start_at, start_sort,
  due_on, due_time, due_zone, due_at, due_sort, deadline_on, duration_minutes, tag_ids, assignees,
  series, checklist, reminders, blocked_by, source, source_text, created_at, updated_at,
  completed_at, completed_by, deleted_at, version, relations
)
VALUES (
  $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21,
  $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40,
  $41
)
