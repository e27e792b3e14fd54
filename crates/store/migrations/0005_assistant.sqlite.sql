-- What a person has let an assistant do: one row for each time they said yes. Its id is what history
-- and undo know the assistant by.
CREATE TABLE assistant (
  id BLOB NOT NULL PRIMARY KEY,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT,
  scope TEXT NOT NULL,
  resource TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX assistant_user ON assistant (user_id);
CREATE INDEX assistant_space ON assistant (space_id);
CREATE INDEX assistant_of_client ON assistant (client_id);

-- A yes on its way to the client, good once and for a minute. "assistant_id" is what it will be.
CREATE TABLE assistant_code (
  code_hash BLOB NOT NULL PRIMARY KEY,
  assistant_id BLOB NOT NULL,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  client_id TEXT NOT NULL,
  name TEXT NOT NULL,
  host TEXT,
  scope TEXT NOT NULL,
  resource TEXT NOT NULL,
  redirect_uri TEXT NOT NULL,
  challenge TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX assistant_code_user ON assistant_code (user_id);
CREATE INDEX assistant_code_space ON assistant_code (space_id);

-- The tokens of an assistant. A refresh token that was used stays until it ends, so that using it
-- again is noticed.
CREATE TABLE assistant_token (
  token_hash BLOB NOT NULL PRIMARY KEY,
  assistant_id BLOB NOT NULL REFERENCES assistant (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX assistant_token_assistant ON assistant_token (assistant_id);

-- A program that has registered itself, where that is allowed.
CREATE TABLE assistant_client (
  client_id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  redirect_uris TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX assistant_client_created ON assistant_client (created_at);
