-- When the next timer is due.
SELECT timer.fire_at
FROM timer
WHERE timer.state = 'pending'
ORDER BY timer.fire_at
LIMIT 1
