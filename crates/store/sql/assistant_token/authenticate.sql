-- Who an access token proves, and where it may be used. $1 token_hash.
SELECT assistant.id, assistant.user_id, assistant.space_id, member.role, assistant_token.scope,
  assistant.resource, assistant.last_used_at, assistant_token.expires_at, app_user.disabled_at
FROM assistant_token
JOIN assistant ON assistant.id = assistant_token.assistant_id
JOIN app_user ON app_user.id = assistant.user_id
JOIN member ON member.space_id = assistant.space_id AND member.user_id = assistant.user_id
WHERE assistant_token.token_hash = $1 AND assistant_token.kind = 'access' AND assistant.revoked_at IS NULL
