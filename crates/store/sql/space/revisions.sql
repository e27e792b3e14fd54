-- The revisions of spaces. $1 ids.
SELECT space.id, space.rev
FROM space
WHERE space.id = ANY($1::uuid[])
