-- One code with whether its user is disabled, locked until the end of the transaction. $1 code_hash.
SELECT assistant_code.assistant_id, assistant_code.user_id, assistant_code.space_id, assistant_code.client_id,
  assistant_code.name, assistant_code.host, assistant_code.scope, assistant_code.resource,
  assistant_code.redirect_uri, assistant_code.challenge, assistant_code.expires_at, assistant_code.used_at,
  app_user.disabled_at
FROM assistant_code
JOIN app_user ON app_user.id = assistant_code.user_id
WHERE assistant_code.code_hash = $1
FOR UPDATE OF assistant_code
