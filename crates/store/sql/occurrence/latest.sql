-- The latest row of each task that was completed or skipped. $1 space_id, $2 task ids.
SELECT {occurrence}
FROM occurrence
WHERE occurrence.space_id = $1
  AND occurrence.task_id = ANY($2::uuid[])
  AND occurrence.withdrawn_by IS NULL
  AND occurrence.slot = (
    SELECT latest.slot
    FROM occurrence AS latest
    WHERE latest.space_id = $1
      AND latest.task_id = occurrence.task_id
      AND latest.outcome <> 'missed'
      AND latest.withdrawn_by IS NULL
    ORDER BY latest.slot DESC
    LIMIT 1
  )
