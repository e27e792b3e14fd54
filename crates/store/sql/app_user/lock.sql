-- One account with its personal space, locked until the end of the transaction. $1 id.
SELECT app_user.id, app_user.email, app_user.name, app_user.settings, app_user.disabled_at,
  app_user.password_hash, space.id, space.name
FROM app_user
JOIN space ON space.owner_id = app_user.id AND space.kind = 'personal'
WHERE app_user.id = $1
FOR UPDATE OF app_user
