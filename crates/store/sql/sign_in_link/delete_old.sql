-- Forgets the links of a user that are of no use any more. $1 user_id, $2 now.
DELETE FROM sign_in_link
WHERE user_id = $1 AND (used_at IS NOT NULL OR expires_at <= $2)
