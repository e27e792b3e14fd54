-- A space with the settings of its owner, locked until the end of the transaction. $1 space_id.
SELECT space.id, space.name, space.kind, space.owner_id, space.rev, space.next_number,
  space.directory_rev, app_user.settings
FROM space
JOIN app_user ON app_user.id = space.owner_id
WHERE space.id = $1
FOR UPDATE OF space
