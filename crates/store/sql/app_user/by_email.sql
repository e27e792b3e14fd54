-- One account by its canonical address, with its personal space. $1 email_key.
SELECT app_user.id, app_user.email, app_user.name, app_user.settings, app_user.disabled_at,
  app_user.password_hash, space.id, space.name
FROM app_user
JOIN space ON space.owner_id = app_user.id AND space.kind = 'personal'
WHERE app_user.email_key = $1
