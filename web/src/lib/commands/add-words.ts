// Adds tasks from words, into the place where the user is.

import type { NewTask, ReminderInput, Task } from "../api/contract";
import { addTask, addTasks, addText, parseText } from "../api/tasks";
import { type Performance, perform } from "./perform";

export type Defaults = Pick<NewTask, "project_id" | "section_id" | "parent_id" | "tags" | "due">;

const inboxName = "Inbox";

function remindersOf(task: Task): ReminderInput[] {
  return task.reminders.map((reminder) =>
    reminder.kind === "absolute" && reminder.at
      ? { at: reminder.at }
      : { minutes_before: reminder.minutes_before ?? 0, anchor: reminder.anchor ?? "due" },
  );
}

/** Fields for a new task: what the words said, and the defaults where they said nothing. */
export function inputOf(draft: Task, defaults: Defaults): NewTask {
  const input: NewTask = { title: draft.title };
  if (draft.notes) input.notes = draft.notes;
  if (draft.priority !== "none") input.priority = draft.priority;
  if (draft.start) input.start = draft.start;
  if (draft.deadline) input.deadline = draft.deadline;
  if (draft.duration_minutes) input.duration_minutes = draft.duration_minutes;
  if (draft.rule) {
    const { rrule, mode, overflow, catch_up } = draft.rule;
    input.rule = { rrule, mode, overflow, catch_up };
  }
  if (draft.reminders.length > 0) input.reminders = remindersOf(draft);
  if (draft.checklist.length > 0) input.checklist = draft.checklist.map((line) => line.title);
  if (draft.source_text) input.source_text = draft.source_text;
  if (draft.due) input.due = draft.due;
  else if (defaults.due) input.due = defaults.due;
  const tags = [...new Set([...draft.tags, ...(defaults.tags ?? [])])];
  if (tags.length > 0) input.tags = tags;
  if (defaults.parent_id) input.parent_id = defaults.parent_id;
  else if (draft.project !== inboxName) {
    input.project = draft.project;
    if (draft.section) input.section = draft.section;
  } else if (defaults.project_id) {
    input.project_id = defaults.project_id;
    if (defaults.section_id) input.section_id = defaults.section_id;
  }
  return input;
}

/** The tasks that a text means, a line each; plain titles where nothing was understood. */
async function read(text: string, defaults: Defaults): Promise<NewTask[]> {
  const { tasks } = await parseText(text);
  if (tasks.length > 0) return tasks.map((draft) => inputOf(draft, defaults));
  return [{ ...defaults, title: text }];
}

const isPlain = (defaults: Defaults) =>
  Object.values(defaults).every((value) => value === undefined);

export interface Adding extends Pick<Performance, "ended"> {
  requestId?: string | undefined;
}

/** Adds what a text says, a task per line, as one change. */
export function addWords(text: string, defaults: Defaults, { ended, requestId }: Adding = {}) {
  return perform(
    {
      ended,
      request: async (requestId) => {
        if (isPlain(defaults)) return addText(text, requestId);
        const inputs = await read(text, defaults);
        const [only] = inputs;
        return only && inputs.length === 1 ? addTask(only, requestId) : addTasks(inputs, requestId);
      },
    },
    requestId,
  );
}

/** How much text the server reads at once. */
const textLimit = 1_900;

/** Adds a task per line, as one change however many they are. */
export function addLines(lines: readonly string[], defaults: Defaults, adding: Adding = {}) {
  const text = lines.join("\n");
  if (text.length <= textLimit) return addWords(text, defaults, adding);
  const { ended, requestId } = adding;
  return perform(
    {
      ended,
      request: async (requestId) => {
        const inputs = await Promise.all(lines.map((line) => read(line, defaults)));
        return addTasks(inputs.flat(), requestId);
      },
    },
    requestId,
  );
}
