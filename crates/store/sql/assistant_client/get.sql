-- One registered program. $1 client_id.
SELECT assistant_client.name, assistant_client.redirect_uris
FROM assistant_client
WHERE assistant_client.client_id = $1
