-- A task as it is now. Values in the order of the columns of insert.
UPDATE task
SET number = $3, project_id = $4, section_id = $5, parent_id = $6, title = $7, title_key = $8,
  notes = $9, notes_key = $10, status = $11, is_open = $12, priority = $13, position = $14,
  start_on = $15, start_time = $16, start_zone = $17, start_at = $18, start_sort = $19,
  due_on = $20, due_time = $21, due_zone = $22, due_at = $23, due_sort = $24, deadline_on = $25,
  duration_minutes = $26, tag_ids = $27, assignees = $28, series = $29, checklist = $30,
  reminders = $31, blocked_by = $32, source = $33, source_text = $34, created_at = $35,
  updated_at = $36, completed_at = $37, completed_by = $38, deleted_at = $39, version = $40,
  relations = $41
WHERE space_id = $1
  AND id = $2
