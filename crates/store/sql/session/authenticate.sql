-- Who a session's secret proves. $1 token_hash.
SELECT session.id, session.user_id, space.id, member.role, session.last_used_at,
  session.expires_at, app_user.disabled_at
FROM session
JOIN app_user ON app_user.id = session.user_id
JOIN space ON space.owner_id = session.user_id AND space.kind = 'personal'
JOIN member ON member.space_id = space.id AND member.user_id = session.user_id
WHERE session.token_hash = $1
