// The shapes that the server speaks, as the rest of the app knows them.

export type Status = "open" | "in_progress" | "waiting" | "done" | "cancelled";
export type Priority = "none" | "low" | "medium" | "high" | "urgent";

export interface Due {
  kind: "day" | "floating" | "zoned";
  date: string;
  time: string | null;
  zone: string | null;
}

interface Rule {
  rrule: string;
  mode: "schedule" | "completion";
  overflow: "clamp" | "skip";
  words: string;
  catch_up: "jump" | "each";
}

export interface ChecklistItem {
  id: string;
  title: string;
  done: boolean;
}

export interface Reminder {
  id: string;
  kind: "relative" | "absolute";
  anchor: "due" | "start" | "deadline" | null;
  minutes_before: number | null;
  at: string | null;
  next_at: string | null;
  snoozed_until: string | null;
  words: string;
}

export interface Task {
  id: string;
  number: number;
  title: string;
  notes: string;
  status: Status;
  priority: Priority;
  project: string;
  project_id: string;
  section: string | null;
  section_id: string | null;
  parent_id: string | null;
  position: string;
  tags: string[];
  assignees: string[];
  start: Due | null;
  due: Due | null;
  due_words: string | null;
  overdue: boolean;
  deadline: string | null;
  duration_minutes: number | null;
  rule: Rule | null;
  expected_slot: string | null;
  next: string[];
  checklist: ChecklistItem[];
  reminders: Reminder[];
  blocked_by: string[];
  subtasks: { open: number; done: number };
  source: string;
  source_text: string | null;
  created_at: string;
  updated_at: string;
  completed_at: string | null;
  deleted_at: string | null;
  version: number;
}

export interface Outcome {
  change_id: string | null;
  rev: number;
  tasks: Task[];
  words: string;
  notes: string[];
}

export type Place = { after: string } | { before: string } | "first" | "last";

interface RuleInput {
  rrule: string;
  mode?: "schedule" | "completion";
  overflow?: "clamp" | "skip";
  catch_up?: "jump" | "each";
}

export interface ReminderInput {
  minutes_before?: number;
  anchor?: "due" | "start" | "deadline";
  at?: string;
}

/** Fields that a new task or a change may carry; dates and rules may be words. */
export interface TaskInput {
  title?: string;
  notes?: string | null;
  status?: Status;
  priority?: Priority | null;
  project?: string | null;
  project_id?: string | null;
  section?: string | null;
  section_id?: string | null;
  parent_id?: string | null;
  tags?: string[] | null;
  add_tags?: string[];
  remove_tags?: string[];
  due?: Due | string | null;
  start?: Due | string | null;
  deadline?: string | null;
  duration_minutes?: number | null;
  rule?: RuleInput | string | null;
  source_text?: string;
  reminders?: (number | string | ReminderInput)[] | null;
  checklist?: (string | { id?: string; title: string; done?: boolean })[] | null;
  add_reminders?: (number | string | ReminderInput)[];
  remove_reminders?: string[];
  place?: Place;
  version?: number;
  scope?: "series" | "this";
}

export interface TaskPage {
  tasks: Task[];
  next_cursor: string | null;
}

export interface Project {
  id: string;
  name: string;
  kind: "inbox" | "normal";
  colour: string | null;
  icon: string | null;
  archived: boolean;
  parent_id: string | null;
  position: string;
  open_count: number;
}

export interface Section {
  id: string;
  project_id: string;
  name: string;
  position: string;
}

export interface Tag {
  id: string;
  name: string;
  colour: string | null;
}

export interface View {
  id: string;
  name: string;
  filter: string;
  sort: string;
  group: string;
  position: string;
}

export interface DayParts {
  morning: string;
  noon: string;
  afternoon: string;
  evening: string;
  night: string;
}

export interface User {
  id: string;
  /** Missing for the local owner before one is set. */
  email: string | null;
  name: string;
  locale: string;
  time_zone: string;
  week_start: string;
  date_order: "dmy" | "mdy" | "ymd";
  day_rollover: string;
  day_parts: DayParts;
  all_day_reminder_time: string;
  default_reminders: number[];
}

export interface Me extends User {
  has_password: boolean;
}

export interface Overview {
  now: string;
  zone: string;
  today: string;
  counts: { today: number; overdue: number; inbox: number; upcoming: number; open: number };
  projects: Project[];
  sections: Section[];
  tags: Tag[];
  views: View[];
  user: User;
  space: { id: string; name: string };
  rev: number;
  unread_notifications: number;
}

export interface Span {
  start: number;
  end: number;
  kind: string;
  text: string;
  words: string;
  confidence: number;
}

export interface Parsed {
  mode: "add" | "any";
  spans: Span[];
  /** The tasks that would be added, as they would look. */
  tasks: Task[];
  doubts: { question: string; alternatives: string[] }[];
  words: string;
}

export interface HistoryEvent {
  rev: number;
  type: string;
  subject_id: string;
  title: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export interface Change {
  change_id: string;
  at: string;
  actor: { name: string | null; credential_name: string | null };
  via: string;
  turn_id: string | null;
  command: string;
  words: string;
  undone: boolean;
  can_undo: boolean;
  events: HistoryEvent[];
}

export interface HistoryPage {
  changes: Change[];
  next_cursor: string | null;
}

export interface Undone {
  undone: string | null;
  change_id: string | null;
  rev: number;
  tasks: Task[];
  conflicts: { task_id: string; field: string; words: string }[];
  words: string;
}

export interface SyncPage {
  rev: number;
  full: boolean;
  tasks: Task[];
  removed: string[];
  directory_changed: boolean;
  /** What to ask for next: a revision, or a place in a full copy. */
  next_after: string;
  more: boolean;
}

export interface Notification {
  id: string;
  task: Task;
  fire_at: string;
  sent_at: string | null;
  late: boolean;
  words: string;
  read_at: string | null;
}

export interface Conversation {
  id: string;
  title: string;
  updated_at: string;
}

export interface ChatMessage {
  id: string;
  role: "user" | "assistant";
  parts: ChatPart[];
  created_at: string;
  turn_id: string | null;
}

export interface ReceiptDiff {
  task: string;
  title: string;
  field: string;
  before_words: string | null;
  after_words: string | null;
}

export interface Receipt {
  change_id: string | null;
  words: string;
  tasks: Task[];
  diffs?: ReceiptDiff[];
}

export type ChatPart =
  | { type: "text"; text: string }
  | { type: "data-receipt"; id?: string; data: Receipt }
  | { type: "data-tasks"; id?: string; data: { title: string; tasks: Task[] } }
  | {
      type: "data-confirm";
      id?: string;
      data: { token: string; words: string; count: number; sample: Task[] };
    }
  | {
      type: "data-choices";
      id?: string;
      data: { question: string; choices: { label: string; task?: Task | null }[] };
    }
  | {
      type: "data-conversation";
      id?: string;
      data: { id: string; title: string; turn_id?: string };
    };

export interface Session {
  id: string;
  created_at: string;
  last_used_at: string;
  user_agent: string;
  current: boolean;
}

export interface Token {
  id: string;
  name: string;
  scope: string;
  created_at: string;
  last_used_at: string | null;
  expires_at: string | null;
}

export interface BulkAction {
  kind: "complete" | "delete" | "restore" | "reopen" | "reschedule" | "update" | "duplicate";
  to?: string;
  fields?: TaskInput;
}
