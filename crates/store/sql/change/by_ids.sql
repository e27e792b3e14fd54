-- Changes by id. $1 space_id, $2 ids.
SELECT {change}
FROM change
WHERE change.space_id = $1
  AND change.id = ANY($2::uuid[])
