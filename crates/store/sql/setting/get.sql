-- One setting of the installation. $1 name.
SELECT setting.value
FROM setting
WHERE setting.name = $1
