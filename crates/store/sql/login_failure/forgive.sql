-- Takes one failure back: the attempt was counted before it succeeded. $1 subject.
UPDATE login_failure
SET failures = failures - 1
WHERE subject = $1 AND failures > 0
