-- Members with their names. $1 space_id.
SELECT member.user_id, app_user.name, member.role
FROM member
JOIN app_user ON app_user.id = member.user_id
WHERE member.space_id = $1
ORDER BY member.user_id
