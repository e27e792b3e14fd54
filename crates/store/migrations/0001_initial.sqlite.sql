-- Everything there is at first. Ids are UUIDv7, instants UTC milliseconds, days and zones text.

CREATE TABLE app_user (
  id BLOB NOT NULL PRIMARY KEY,
  email TEXT,
  email_key TEXT UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT,
  settings TEXT NOT NULL,
  disabled_at INTEGER,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE space (
  id BLOB NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  owner_id BLOB NOT NULL REFERENCES app_user (id),
  rev INTEGER NOT NULL,
  next_number INTEGER NOT NULL,
  directory_rev INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX space_owner ON space (owner_id);

CREATE TABLE member (
  space_id BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  PRIMARY KEY (space_id, user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_user ON member (user_id);

CREATE TABLE project (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  parent_id BLOB,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  colour TEXT,
  icon TEXT,
  kind TEXT NOT NULL,
  archived INTEGER NOT NULL,
  position TEXT NOT NULL,
  layout TEXT NOT NULL,
  deleted_at INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX project_name_key ON project (space_id, name_key) WHERE deleted_at IS NULL;

CREATE TABLE section (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  project_id BLOB NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  position TEXT NOT NULL,
  is_done_column INTEGER NOT NULL,
  deleted_at INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX section_name_key ON section (space_id, project_id, name_key) WHERE deleted_at IS NULL;

CREATE TABLE tag (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  colour TEXT,
  deleted_at INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX tag_name_key ON tag (space_id, name_key) WHERE deleted_at IS NULL;

-- "view" is a word of SQL.
CREATE TABLE saved_view (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  filter TEXT NOT NULL,
  layout TEXT NOT NULL,
  sort TEXT NOT NULL,
  grouping TEXT NOT NULL,
  shared INTEGER NOT NULL,
  position TEXT NOT NULL,
  deleted_at INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX saved_view_name_key ON saved_view (space_id, name_key) WHERE deleted_at IS NULL;

-- One task with everything that is its own. Lists of small things are JSON.
CREATE TABLE task (
  seq INTEGER PRIMARY KEY,
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  number INTEGER NOT NULL,
  project_id BLOB NOT NULL,
  section_id BLOB,
  parent_id BLOB,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  notes TEXT NOT NULL,
  notes_key TEXT NOT NULL,
  status TEXT NOT NULL,
  is_open INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  position TEXT NOT NULL,
  start_on TEXT,
  start_time TEXT,
  start_zone TEXT,
  start_at INTEGER,
  start_sort INTEGER NOT NULL,
  due_on TEXT,
  due_time TEXT,
  due_zone TEXT,
  due_at INTEGER,
  due_sort INTEGER NOT NULL,
  deadline_on TEXT,
  duration_minutes INTEGER,
  tag_ids TEXT NOT NULL,
  assignees TEXT NOT NULL,
  series TEXT,
  checklist TEXT NOT NULL,
  reminders TEXT NOT NULL,
  blocked_by TEXT NOT NULL,
  source TEXT NOT NULL,
  source_text TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  completed_at INTEGER,
  completed_by BLOB,
  deleted_at INTEGER,
  version INTEGER NOT NULL,
  UNIQUE (space_id, id),
  UNIQUE (space_id, number)
) STRICT;
CREATE INDEX task_due ON task (space_id, due_sort, id) WHERE is_open = 1;
CREATE INDEX task_priority ON task (space_id, priority DESC, due_sort, id) WHERE is_open = 1;
CREATE INDEX task_position ON task (space_id, project_id, position, id) WHERE is_open = 1;
CREATE INDEX task_completed ON task (space_id, completed_at, id) WHERE completed_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX task_trash ON task (space_id, deleted_at, id) WHERE deleted_at IS NOT NULL;
CREATE INDEX task_parent ON task (space_id, parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX task_section ON task (space_id, section_id) WHERE section_id IS NOT NULL;

CREATE TABLE task_tag (
  space_id BLOB NOT NULL,
  tag_id BLOB NOT NULL,
  task_id BLOB NOT NULL,
  PRIMARY KEY (space_id, tag_id, task_id)
) STRICT, WITHOUT ROWID;

-- Words of tasks that are not in the trash. Every word begins with its space, so that a search of one space
-- never meets another's words.
CREATE VIRTUAL TABLE task_search USING fts5 (
  title, notes,
  content = '', contentless_delete = 1, tokenize = 'ascii'
);

-- The ledger of recurring tasks.
CREATE TABLE occurrence (
  space_id BLOB NOT NULL,
  task_id BLOB NOT NULL,
  slot TEXT NOT NULL,
  outcome TEXT NOT NULL,
  at INTEGER NOT NULL,
  by_id BLOB,
  before_tasks TEXT NOT NULL,
  PRIMARY KEY (space_id, task_id, slot)
) STRICT, WITHOUT ROWID;

-- What happened, dense per space. Who did it stands in the change.
CREATE TABLE event (
  space_id BLOB NOT NULL,
  rev INTEGER NOT NULL,
  id BLOB NOT NULL,
  subject TEXT NOT NULL,
  verb TEXT NOT NULL,
  subject_id BLOB NOT NULL,
  change_id BLOB NOT NULL,
  at INTEGER NOT NULL,
  fields_before TEXT NOT NULL,
  fields_after TEXT NOT NULL,
  PRIMARY KEY (space_id, rev)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_subject ON event (space_id, subject_id, rev);

-- One committed command.
CREATE TABLE change (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  first_rev INTEGER NOT NULL,
  last_rev INTEGER NOT NULL,
  at INTEGER NOT NULL,
  user_id BLOB NOT NULL,
  credential_kind TEXT NOT NULL,
  credential_id BLOB,
  via TEXT NOT NULL,
  turn_id BLOB,
  command TEXT NOT NULL,
  request_id TEXT,
  request_hash BLOB,
  undone_by BLOB,
  undoes TEXT NOT NULL,
  can_undo INTEGER NOT NULL,
  outcome TEXT NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX change_rev ON change (space_id, last_rev);
CREATE INDEX change_undo ON change (space_id, user_id, last_rev) WHERE can_undo = 1;
CREATE INDEX change_turn ON change (space_id, turn_id, last_rev) WHERE turn_id IS NOT NULL;
CREATE UNIQUE INDEX change_request ON change (space_id, user_id, request_id) WHERE request_id IS NOT NULL;

-- When a reminder sounds. A pending row goes when its task changes; a fired one stays, so that
-- no moment fires twice.
CREATE TABLE timer (
  reminder_id BLOB NOT NULL,
  fire_at INTEGER NOT NULL,
  space_id BLOB NOT NULL,
  task_id BLOB NOT NULL,
  slot TEXT,
  state TEXT NOT NULL,
  fired_at INTEGER,
  PRIMARY KEY (reminder_id, fire_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX timer_due ON timer (fire_at, space_id) WHERE state = 'pending';
CREATE INDEX timer_due_of_space ON timer (space_id, fire_at) WHERE state = 'pending';
CREATE INDEX timer_task ON timer (space_id, task_id);

-- One attempt to tell one person of one reminder by one channel.
CREATE TABLE delivery (
  id BLOB NOT NULL PRIMARY KEY,
  space_id BLOB NOT NULL,
  task_id BLOB NOT NULL,
  reminder_id BLOB NOT NULL,
  fire_at INTEGER NOT NULL,
  slot TEXT,
  channel TEXT NOT NULL,
  user_id BLOB NOT NULL,
  nag INTEGER NOT NULL,
  state TEXT NOT NULL,
  late INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  next_try_at INTEGER,
  lease_owner TEXT,
  lease_expires_at INTEGER,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  read_at INTEGER,
  UNIQUE (reminder_id, fire_at, channel, user_id, nag)
) STRICT, WITHOUT ROWID;
CREATE INDEX delivery_pending ON delivery (next_try_at) WHERE state = 'pending';
CREATE INDEX delivery_user ON delivery (space_id, user_id, fire_at, id) WHERE channel = 'in_app';
CREATE INDEX delivery_task ON delivery (space_id, task_id);

-- A signed-in browser.
CREATE TABLE session (
  token_hash BLOB NOT NULL PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  agent TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_user ON session (user_id);

-- A personal or agent token. "projects" is null for all, else a JSON list.
CREATE TABLE token (
  token_hash BLOB NOT NULL PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  space_id BLOB NOT NULL REFERENCES space (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  projects TEXT,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  expires_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX token_user ON token (user_id);
CREATE INDEX token_space ON token (space_id);

-- A link that signs in once.
CREATE TABLE sign_in_link (
  token_hash BLOB NOT NULL PRIMARY KEY,
  user_id BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  purpose TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_in_link_user ON sign_in_link (user_id);

-- Leave to sign up where sign-up is by invitation.
CREATE TABLE invite (
  token_hash BLOB NOT NULL PRIMARY KEY,
  created_by BLOB NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
  email_key TEXT,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  used_by BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX invite_creator ON invite (created_by);

-- Failed sign-ins per subject (an account or an address), in their own transactions.
CREATE TABLE login_failure (
  subject TEXT NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
  space_id BLOB NOT NULL,
  id BLOB NOT NULL,
  user_id BLOB NOT NULL,
  title TEXT NOT NULL,
  title_key TEXT NOT NULL,
  context TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_recent ON conversation (space_id, user_id, updated_at, id);

CREATE TABLE message (
  space_id BLOB NOT NULL,
  conversation_id BLOB NOT NULL,
  id BLOB NOT NULL,
  role TEXT NOT NULL,
  parts TEXT NOT NULL,
  turn_id BLOB,
  request_key TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (space_id, conversation_id, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX message_request ON message (space_id, request_key) WHERE request_key IS NOT NULL;

-- What waits for a yes: a token that is good once, for exactly one subject.
CREATE TABLE pending_confirmation (
  space_id BLOB NOT NULL,
  token_hash BLOB NOT NULL,
  user_id BLOB NOT NULL,
  subject_hash BLOB NOT NULL,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  PRIMARY KEY (space_id, token_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_confirmation_expiry ON pending_confirmation (expires_at);

-- Work that one process at a time does. The fence grows with every new owner.
CREATE TABLE lease (
  name TEXT NOT NULL PRIMARY KEY,
  owner TEXT NOT NULL,
  fence INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Small things of the installation, such as its own id.
CREATE TABLE setting (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
