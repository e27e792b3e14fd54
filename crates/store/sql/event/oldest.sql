-- The revision and time of the first event that is kept. $1 space_id.
SELECT event.rev, event.at
FROM event
WHERE event.space_id = $1
ORDER BY event.rev
LIMIT 1
