-- Spaces with timers that are due, the earliest first, with their owners.
-- $1 now, $2 limit of timers looked at.
SELECT due.space_id, space.owner_id, min(due.fire_at), count(*)
FROM (
  SELECT timer.space_id, timer.fire_at
  FROM timer
  WHERE timer.state = 'pending'
    AND timer.fire_at <= $1
  ORDER BY timer.fire_at
  LIMIT $2
) AS due
JOIN space ON space.id = due.space_id
GROUP BY due.space_id, space.owner_id
ORDER BY min(due.fire_at)
