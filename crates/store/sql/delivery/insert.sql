-- A delivery, once per reminder, moment, channel, person and repetition.
-- $1 id, $2 space_id, $3 task_id, $4 reminder_id, $5 fire_at, $6 slot, $7 channel, $8 user_id,
-- $9 nag, $10 state, $11 late, $12 next_try_at, $13 created_at, $14 sent_at.
INSERT INTO delivery (
  id, space_id, task_id, reminder_id, fire_at, slot, channel, user_id, nag, state, late,
  attempts, next_try_at, created_at, sent_at
)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 0, $12, $13, $14)
ON CONFLICT (reminder_id, fire_at, channel, user_id, nag) DO NOTHING
