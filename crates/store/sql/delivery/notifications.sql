-- A person's notifications, newest first. $1 space_id, $2 user_id, $3 before this fire_at, $4 limit.
SELECT delivery.id, delivery.task_id, delivery.reminder_id, delivery.fire_at, delivery.slot,
  delivery.sent_at, delivery.late, delivery.read_at
FROM delivery
WHERE delivery.space_id = $1
  AND delivery.user_id = $2
  AND delivery.channel = 'in_app'
  AND delivery.fire_at < $3
ORDER BY delivery.fire_at DESC, delivery.id DESC
LIMIT $4
