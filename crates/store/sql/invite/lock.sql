-- One invite, locked until the end of the transaction. $1 token_hash.
SELECT invite.email_key, invite.expires_at, invite.used_at
FROM invite
WHERE invite.token_hash = $1
FOR UPDATE
