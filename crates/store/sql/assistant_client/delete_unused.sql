-- Forgets programs that registered long ago and that nobody has connected. $1 registered_before.
DELETE FROM assistant_client
WHERE created_at < $1 AND NOT EXISTS (SELECT 1 FROM assistant WHERE assistant.client_id = assistant_client.client_id)
