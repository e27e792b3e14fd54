-- What a person has let an assistant do: one row for each time they said yes. Its id is what history
-- and undo know the assistant by.
CREATE TABLE assistant (
  id UUID NOT NULL PRIMARY KEY,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id UUID NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  client_id TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  host TEXT COLLATE "C",
  scope TEXT COLLATE "C" NOT NULL,
  resource TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  expires_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX assistant_user ON assistant (user_id);
CREATE INDEX assistant_space ON assistant (space_id);
CREATE INDEX assistant_of_client ON assistant (client_id);

-- A yes on its way to the client, good once and for a minute. "assistant_id" is what it will be.
CREATE TABLE assistant_code (
  code_hash BYTEA NOT NULL PRIMARY KEY,
  assistant_id UUID NOT NULL,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id UUID NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  client_id TEXT COLLATE "C" NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  host TEXT COLLATE "C",
  scope TEXT COLLATE "C" NOT NULL,
  resource TEXT COLLATE "C" NOT NULL,
  redirect_uri TEXT COLLATE "C" NOT NULL,
  challenge TEXT COLLATE "C" NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX assistant_code_user ON assistant_code (user_id);
CREATE INDEX assistant_code_space ON assistant_code (space_id);

-- The tokens of an assistant. A refresh token that was used stays until it ends, so that using it
-- again is noticed.
CREATE TABLE assistant_token (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  assistant_id UUID NOT NULL REFERENCES assistant (id) ON DELETE CASCADE,
  kind TEXT COLLATE "C" NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX assistant_token_assistant ON assistant_token (assistant_id);

-- A program that has registered itself, where that is allowed.
CREATE TABLE assistant_client (
  client_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  redirect_uris TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX assistant_client_created ON assistant_client (created_at);
