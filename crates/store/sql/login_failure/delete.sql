-- Forgets the failures of one subject. $1 subject.
DELETE FROM login_failure
WHERE subject = $1
