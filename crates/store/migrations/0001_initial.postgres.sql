-- Everything there is at first. Ids are UUIDv7, instants UTC milliseconds, days and zones text.

CREATE TABLE app_user (
  id UUID NOT NULL PRIMARY KEY,
  email TEXT COLLATE "C",
  email_key TEXT COLLATE "C" UNIQUE,
  name TEXT COLLATE "C" NOT NULL,
  password_hash TEXT COLLATE "C",
  settings TEXT COLLATE "C" NOT NULL,
  disabled_at BIGINT,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE space (
  id UUID NOT NULL PRIMARY KEY,
  name TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  owner_id UUID NOT NULL REFERENCES app_user (id),
  rev BIGINT NOT NULL,
  next_number BIGINT NOT NULL,
  directory_rev BIGINT NOT NULL,
  created_at BIGINT NOT NULL
);
CREATE INDEX space_owner ON space (owner_id);

CREATE TABLE member (
  space_id UUID NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  role TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space_id, user_id)
);
CREATE INDEX member_user ON member (user_id);

CREATE TABLE project (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  parent_id UUID,
  name TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  colour TEXT COLLATE "C",
  icon TEXT COLLATE "C",
  kind TEXT COLLATE "C" NOT NULL,
  archived BIGINT NOT NULL,
  position TEXT COLLATE "C" NOT NULL,
  layout TEXT COLLATE "C" NOT NULL,
  deleted_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE UNIQUE INDEX project_name_key ON project (space_id, name_key) WHERE deleted_at IS NULL;

CREATE TABLE section (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  project_id UUID NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  position TEXT COLLATE "C" NOT NULL,
  is_done_column BIGINT NOT NULL,
  deleted_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE UNIQUE INDEX section_name_key ON section (space_id, project_id, name_key) WHERE deleted_at IS NULL;

CREATE TABLE tag (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  colour TEXT COLLATE "C",
  deleted_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE UNIQUE INDEX tag_name_key ON tag (space_id, name_key) WHERE deleted_at IS NULL;

-- "view" is a word of SQL.
CREATE TABLE saved_view (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  name TEXT COLLATE "C" NOT NULL,
  name_key TEXT COLLATE "C" NOT NULL,
  filter TEXT COLLATE "C" NOT NULL,
  layout TEXT COLLATE "C" NOT NULL,
  sort TEXT COLLATE "C" NOT NULL,
  grouping TEXT COLLATE "C" NOT NULL,
  shared BIGINT NOT NULL,
  position TEXT COLLATE "C" NOT NULL,
  deleted_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE UNIQUE INDEX saved_view_name_key ON saved_view (space_id, name_key) WHERE deleted_at IS NULL;

-- One task with everything that is its own. Lists of small things are JSON.
CREATE TABLE task (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  number BIGINT NOT NULL,
  project_id UUID NOT NULL,
  section_id UUID,
  parent_id UUID,
  title TEXT COLLATE "C" NOT NULL,
  title_key TEXT COLLATE "C" NOT NULL,
  notes TEXT COLLATE "C" NOT NULL,
  notes_key TEXT COLLATE "C" NOT NULL,
  status TEXT COLLATE "C" NOT NULL,
  is_open BIGINT NOT NULL,
  priority BIGINT NOT NULL,
  position TEXT COLLATE "C" NOT NULL,
  start_on TEXT COLLATE "C",
  start_time TEXT COLLATE "C",
  start_zone TEXT COLLATE "C",
  start_at BIGINT,
  start_sort BIGINT NOT NULL,
  due_on TEXT COLLATE "C",
  due_time TEXT COLLATE "C",
  due_zone TEXT COLLATE "C",
  due_at BIGINT,
  due_sort BIGINT NOT NULL,
  deadline_on TEXT COLLATE "C",
  duration_minutes BIGINT,
  tag_ids TEXT COLLATE "C" NOT NULL,
  assignees TEXT COLLATE "C" NOT NULL,
  series TEXT COLLATE "C",
  checklist TEXT COLLATE "C" NOT NULL,
  reminders TEXT COLLATE "C" NOT NULL,
  blocked_by TEXT COLLATE "C" NOT NULL,
  source TEXT COLLATE "C" NOT NULL,
  source_text TEXT COLLATE "C",
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  completed_at BIGINT,
  completed_by UUID,
  deleted_at BIGINT,
  version BIGINT NOT NULL,
  PRIMARY KEY (space_id, id),
  UNIQUE (space_id, number)
);
CREATE INDEX task_due ON task (space_id, due_sort, id) WHERE is_open = 1;
CREATE INDEX task_priority ON task (space_id, priority DESC, due_sort, id) WHERE is_open = 1;
CREATE INDEX task_position ON task (space_id, project_id, position, id) WHERE is_open = 1;
CREATE INDEX task_completed ON task (space_id, completed_at, id) WHERE completed_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX task_trash ON task (space_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX task_parent ON task (space_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_section ON task (space_id, section_id) WHERE section_id IS NOT NULL;

CREATE TABLE task_tag (
  space_id UUID NOT NULL,
  tag_id UUID NOT NULL,
  task_id UUID NOT NULL,
  PRIMARY KEY (space_id, tag_id, task_id)
);

-- Words of tasks that are not in the trash. Every word begins with its space, so that a search of one space
-- never meets another's words.
CREATE TABLE task_search (
  space_id UUID NOT NULL,
  task_id UUID NOT NULL,
  words TSVECTOR NOT NULL,
  PRIMARY KEY (space_id, task_id)
);
CREATE INDEX task_search_words ON task_search USING gin (words) WITH (gin_pending_list_limit = 256);

-- The ledger of recurring tasks.
CREATE TABLE occurrence (
  space_id UUID NOT NULL,
  task_id UUID NOT NULL,
  slot TEXT COLLATE "C" NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  at BIGINT NOT NULL,
  by_id UUID,
  before_tasks TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space_id, task_id, slot)
);

-- What happened, dense per space. Who did it stands in the change.
CREATE TABLE event (
  space_id UUID NOT NULL,
  rev BIGINT NOT NULL,
  id UUID NOT NULL,
  subject TEXT COLLATE "C" NOT NULL,
  verb TEXT COLLATE "C" NOT NULL,
  subject_id UUID NOT NULL,
  change_id UUID NOT NULL,
  at BIGINT NOT NULL,
  fields_before TEXT COLLATE "C" NOT NULL,
  fields_after TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space_id, rev)
);
CREATE INDEX event_subject ON event (space_id, subject_id, rev);

-- One committed command.
CREATE TABLE change (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  first_rev BIGINT NOT NULL,
  last_rev BIGINT NOT NULL,
  at BIGINT NOT NULL,
  user_id UUID NOT NULL,
  credential_kind TEXT COLLATE "C" NOT NULL,
  credential_id UUID,
  via TEXT COLLATE "C" NOT NULL,
  turn_id UUID,
  command TEXT COLLATE "C" NOT NULL,
  request_id TEXT COLLATE "C",
  request_hash BYTEA,
  undone_by UUID,
  undoes TEXT COLLATE "C" NOT NULL,
  can_undo BIGINT NOT NULL,
  outcome TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE UNIQUE INDEX change_rev ON change (space_id, last_rev);
CREATE INDEX change_undo ON change (space_id, user_id, last_rev) WHERE can_undo = 1;
CREATE INDEX change_turn ON change (space_id, turn_id, last_rev) WHERE turn_id IS NOT NULL;
CREATE UNIQUE INDEX change_request ON change (space_id, user_id, request_id) WHERE request_id IS NOT NULL;

-- When a reminder sounds. A pending row goes when its task changes; a fired one stays, so that
-- no moment fires twice.
CREATE TABLE timer (
  reminder_id UUID NOT NULL,
  fire_at BIGINT NOT NULL,
  space_id UUID NOT NULL,
  task_id UUID NOT NULL,
  slot TEXT COLLATE "C",
  state TEXT COLLATE "C" NOT NULL,
  fired_at BIGINT,
  PRIMARY KEY (reminder_id, fire_at)
);
CREATE INDEX timer_due ON timer (fire_at, space_id) WHERE state = 'pending';
CREATE INDEX timer_due_of_space ON timer (space_id, fire_at) WHERE state = 'pending';
CREATE INDEX timer_task ON timer (space_id, task_id);

-- One attempt to tell one person of one reminder by one channel.
CREATE TABLE delivery (
  id UUID NOT NULL PRIMARY KEY,
  space_id UUID NOT NULL,
  task_id UUID NOT NULL,
  reminder_id UUID NOT NULL,
  fire_at BIGINT NOT NULL,
  slot TEXT COLLATE "C",
  channel TEXT COLLATE "C" NOT NULL,
  user_id UUID NOT NULL,
  nag BIGINT NOT NULL,
  state TEXT COLLATE "C" NOT NULL,
  late BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  next_try_at BIGINT,
  lease_owner TEXT COLLATE "C",
  lease_expires_at BIGINT,
  created_at BIGINT NOT NULL,
  sent_at BIGINT,
  read_at BIGINT,
  UNIQUE (reminder_id, fire_at, channel, user_id, nag)
);
CREATE INDEX delivery_pending ON delivery (next_try_at) WHERE state = 'pending';
CREATE INDEX delivery_user ON delivery (space_id, user_id, fire_at, id) WHERE channel = 'in_app';
CREATE INDEX delivery_task ON delivery (space_id, task_id);

-- A signed-in browser.
CREATE TABLE session (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id UUID NOT NULL UNIQUE,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  agent TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  last_used_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);
CREATE INDEX session_of_user ON session (user_id);

-- A personal or agent token. "projects" is null for all, else a JSON list.
CREATE TABLE token (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  id UUID NOT NULL UNIQUE,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id UUID NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  name TEXT COLLATE "C" NOT NULL,
  kind TEXT COLLATE "C" NOT NULL,
  scope TEXT COLLATE "C" NOT NULL,
  projects TEXT COLLATE "C",
  created_at BIGINT NOT NULL,
  last_used_at BIGINT,
  expires_at BIGINT
);
CREATE INDEX token_user ON token (user_id);
CREATE INDEX token_space ON token (space_id);

-- A link that signs in once.
CREATE TABLE sign_in_link (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  user_id UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  purpose TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT
);
CREATE INDEX sign_in_link_user ON sign_in_link (user_id);

-- Leave to sign up where sign-up is by invitation.
CREATE TABLE invite (
  token_hash BYTEA NOT NULL PRIMARY KEY,
  created_by UUID NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  email_key TEXT COLLATE "C",
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  used_by UUID
);
CREATE INDEX invite_creator ON invite (created_by);

-- Failed sign-ins per subject (an account or an address), in their own transactions.
CREATE TABLE login_failure (
  subject TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  failures BIGINT NOT NULL,
  last_at BIGINT NOT NULL,
  locked_until BIGINT
);

CREATE TABLE conversation (
  space_id UUID NOT NULL,
  id UUID NOT NULL,
  user_id UUID NOT NULL,
  title TEXT COLLATE "C" NOT NULL,
  title_key TEXT COLLATE "C" NOT NULL,
  context TEXT COLLATE "C" NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (space_id, id)
);
CREATE INDEX conversation_recent ON conversation (space_id, user_id, updated_at, id);

CREATE TABLE message (
  space_id UUID NOT NULL,
  conversation_id UUID NOT NULL,
  id UUID NOT NULL,
  role TEXT COLLATE "C" NOT NULL,
  parts TEXT COLLATE "C" NOT NULL,
  turn_id UUID,
  request_key TEXT COLLATE "C",
  created_at BIGINT NOT NULL,
  PRIMARY KEY (space_id, conversation_id, id)
);
CREATE UNIQUE INDEX message_request ON message (space_id, request_key) WHERE request_key IS NOT NULL;

-- What waits for a yes: a token that is good once, for exactly one subject.
CREATE TABLE pending_confirmation (
  space_id UUID NOT NULL,
  token_hash BYTEA NOT NULL,
  user_id UUID NOT NULL,
  subject_hash BYTEA NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  used_at BIGINT,
  PRIMARY KEY (space_id, token_hash)
);
CREATE INDEX pending_confirmation_expiry ON pending_confirmation (expires_at);

-- Work that one process at a time does. The fence grows with every new owner.
CREATE TABLE lease (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  owner TEXT COLLATE "C" NOT NULL,
  fence BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

-- Small things of the installation, such as its own id.
CREATE TABLE setting (
  name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
  value TEXT COLLATE "C" NOT NULL
);
