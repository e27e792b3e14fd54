-- One user. $1 id.
SELECT app_user.id, app_user.email, app_user.name, app_user.settings, app_user.disabled_at
FROM app_user
WHERE app_user.id = $1
