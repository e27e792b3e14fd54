-- Requests of a user that are no commands, with what they were answered, so that a retry gets the same.
CREATE TABLE request (
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  request_id TEXT COLLATE "C" NOT NULL,
  request_hash BYTEA NOT NULL,
  answer TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  PRIMARY KEY (user_id, request_id)
);
