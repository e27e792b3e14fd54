-- One token with its assistant, locked until the end of the transaction. $1 token_hash.
SELECT assistant.id, assistant.user_id, assistant.space_id, assistant.client_id, assistant.scope,
  assistant.resource, assistant.revoked_at, assistant_token.kind, assistant_token.expires_at,
  assistant_token.used_at, app_user.disabled_at
FROM assistant_token
JOIN assistant ON assistant.id = assistant_token.assistant_id
JOIN app_user ON app_user.id = assistant.user_id
WHERE assistant_token.token_hash = $1
FOR UPDATE OF assistant_token
