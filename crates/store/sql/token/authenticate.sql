-- Who a token's secret proves. $1 token_hash.
SELECT token.id, token.user_id, token.space_id, member.role, token.scope, token.projects,
  token.last_used_at, token.expires_at, app_user.disabled_at
FROM token
JOIN app_user ON app_user.id = token.user_id
JOIN member ON member.space_id = token.space_id AND member.user_id = token.user_id
WHERE token.token_hash = $1
