-- Counts one failure; after a long quiet the count begins anew. $1 subject, $2 now, $3 forgotten_before.
INSERT INTO login_failure (subject, failures, last_at, locked_until)
VALUES ($1, 1, $2, NULL)
ON CONFLICT (subject) DO UPDATE
SET failures = CASE WHEN login_failure.last_at < $3 THEN 1 ELSE login_failure.failures + 1 END,
  last_at = $2
