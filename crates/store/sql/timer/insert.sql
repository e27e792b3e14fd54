-- A timer. One that has fired for the same moment stays fired.
-- $1 reminder_id, $2 fire_at, $3 space_id, $4 task_id, $5 slot.
INSERT INTO timer (reminder_id, fire_at, space_id, task_id, slot, state)
VALUES ($1, $2, $3, $4, $5, 'pending')
ON CONFLICT DO NOTHING
