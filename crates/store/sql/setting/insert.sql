-- A new setting of the installation. $1 name, $2 value.
INSERT INTO setting (name, value)
VALUES ($1, $2)
