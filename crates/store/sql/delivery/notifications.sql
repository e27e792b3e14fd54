-- A person's notifications, newest first.
-- $1 space_id, $2 user_id, $3 and $4 before this fire_at and id, $5 limit.
SELECT delivery.id, delivery.task_id, delivery.reminder_id, delivery.fire_at, delivery.slot,
  delivery.sent_at, delivery.late, delivery.read_at
FROM delivery
WHERE delivery.space_id = $1
  AND delivery.user_id = $2
  AND delivery.channel = 'in_app'
  AND (delivery.fire_at, delivery.id) < ($3, $4)
ORDER BY delivery.fire_at DESC, delivery.id DESC
LIMIT $5
