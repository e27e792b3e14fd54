-- One link with whether its user is disabled, locked until the end of the transaction. $1 token_hash.
SELECT sign_in_link.user_id, sign_in_link.purpose, sign_in_link.expires_at, sign_in_link.used_at, app_user.disabled_at
FROM sign_in_link
JOIN app_user ON app_user.id = sign_in_link.user_id
WHERE sign_in_link.token_hash = $1
FOR UPDATE OF sign_in_link
