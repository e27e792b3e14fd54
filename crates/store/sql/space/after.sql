-- Spaces with their owners, in the order of their ids. $1 after this id, $2 limit.
SELECT space.id, space.owner_id
FROM space
WHERE space.id > $1
ORDER BY space.id
LIMIT $2
