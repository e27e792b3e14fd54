-- The changes of a token that can be undone, newest first. $1 space_id, $2 token_id.
SELECT {change}
FROM change
WHERE change.space_id = $1
  AND change.credential_kind = 'token'
  AND change.credential_id = $2
  AND change.can_undo = 1
ORDER BY change.last_rev DESC
