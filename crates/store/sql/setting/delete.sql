-- Forgets a setting of the installation that has this value. $1 name, $2 value.
DELETE FROM setting
WHERE name = $1 AND value = $2
