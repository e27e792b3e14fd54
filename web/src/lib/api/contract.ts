// The shapes that the server speaks, named for the app. All come from its OpenAPI document; only the
// parts of a chat stream, which OpenAPI cannot describe, are written down here.

import type { components } from "./schema";

type Schemas = components["schemas"];

/** An answer as it is sent: every key is there, with null for nothing. */
type Whole<T> = T extends readonly (infer One)[]
  ? Whole<One>[]
  : T extends object
    ? { [Key in keyof T]-?: Whole<Exclude<T[Key], undefined>> }
    : T;

export type Status = Schemas["StatusName"];
export type Priority = Schemas["PriorityName"];
export type Due = Whole<Schemas["DueView"]>;
export type ChecklistItem = Whole<Schemas["ChecklistItemView"]>;
export type ChecklistInput = Schemas["ChecklistInput"];
export type Reminder = Whole<Schemas["ReminderView"]>;
export type Task = Whole<Schemas["TaskView"]>;
export type TaskPage = Whole<Schemas["Page"]>;
export type Outcome = Whole<Schemas["Outcome"]>;

export type Occurrence = Whole<Schemas["OccurrenceView"]>;

export type Relation = Whole<Schemas["RelationView"]>;
export type RelationKind = Relation["kind"];
export type Place = Schemas["PlaceInput"];
export type ReminderInput = Schemas["ReminderInput"];
export type NewTask = Schemas["NewTask"];
export type TaskPatch = Omit<Schemas["TaskPatch"], "status" | "priority"> & {
  status?: Status;
  priority?: Priority | null;
};
export type BulkAction = Schemas["BulkAction"];
export type BulkPreview = Whole<Schemas["BulkPreview"]>;

export type Project = Whole<Schemas["ProjectView"]>;
export type Section = Whole<Schemas["SectionView"]>;
export type Tag = Whole<Schemas["TagView"]>;
export type View = Whole<Schemas["ViewView"]>;
export type Overview = Whole<Schemas["Overview"]>;
export type Me = Whole<Schemas["MeView"]>;
export type MePatch = Schemas["MePatch"];

export type Span = Whole<Schemas["SpanView"]>;
export type Parsed = Whole<Schemas["Parsed"]>;

export type HistoryEvent = Pick<Schemas["EventView"], "rev" | "type" | "subject_id"> & {
  title?: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};
export type Change = Omit<Whole<Schemas["ChangeView"]>, "events"> & { events: HistoryEvent[] };
export interface HistoryPage {
  changes: Change[];
  /** The names of what the events mention by id. */
  names: Record<string, string>;
  next_cursor: string | null;
}
export type Undone = Whole<Schemas["Undone"]>;
export type SyncPage = Whole<Schemas["Delta"]>;

export type Notification = Whole<Schemas["NotificationView"]>;
export type Conversation = Whole<Schemas["ConversationView"]>;
export type Assistant = Whole<Schemas["AssistantView"]>;
export type Session = Whole<Schemas["SessionView"]>;
export type Token = Whole<Schemas["TokenView"]>;
export type WholeToken = Whole<Schemas["WholeToken"]>;
export type SignUp = Schemas["SignUp"];

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

export interface ChatMessage {
  id: string;
  role: "user" | "assistant";
  parts: ChatPart[];
  created_at: string;
  turn_id: string | null;
}
