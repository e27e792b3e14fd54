-- Failures so far. $1 subjects.
SELECT login_failure.subject, login_failure.failures, login_failure.last_at
FROM login_failure
WHERE login_failure.subject = ANY($1::text[])
