-- Requests of a user that are no commands, with what they were answered, so that a retry gets the same.
CREATE TABLE request (
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  request_id TEXT NOT NULL,
  request_hash BLOB NOT NULL,
  answer TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (user_id, request_id)
) STRICT, WITHOUT ROWID;
