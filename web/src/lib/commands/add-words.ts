// Adds tasks from words, into the place where the user is.

import type { Draft, TaskInput } from "../api/contract";
import { addTask, addTasks, addText, parseText } from "../api/tasks";
import { perform } from "./perform";

export type Defaults = Pick<TaskInput, "project_id" | "section_id" | "parent_id" | "tags" | "due">;

/** Fields for a new task: what the words said, and the defaults where they said nothing. */
export function inputOf(draft: Draft, defaults: Defaults): TaskInput {
  const input: TaskInput = { title: draft.title };
  if (draft.notes) input.notes = draft.notes;
  if (draft.priority && draft.priority !== "none") input.priority = draft.priority;
  if (draft.start) input.start = draft.start;
  if (draft.deadline) input.deadline = draft.deadline;
  if (draft.duration_minutes) input.duration_minutes = draft.duration_minutes;
  if (draft.rule) input.rule = draft.rule;
  if (draft.reminders) input.reminders = draft.reminders;
  if (draft.checklist?.length) input.checklist = draft.checklist;
  if (draft.source_text) input.source_text = draft.source_text;
  if (draft.due) input.due = draft.due;
  else if (!draft.rule && defaults.due) input.due = defaults.due;
  const tags = [...new Set([...(draft.tags ?? []), ...(defaults.tags ?? [])])];
  if (tags.length > 0) input.tags = tags;
  if (defaults.parent_id) input.parent_id = defaults.parent_id;
  else if (draft.project) input.project = draft.project;
  else if (defaults.project_id) {
    input.project_id = defaults.project_id;
    if (defaults.section_id) input.section_id = defaults.section_id;
  }
  return input;
}

async function read(text: string, defaults: Defaults): Promise<TaskInput[]> {
  const { tasks } = await parseText(text);
  return tasks.length > 0
    ? tasks.map((draft) => inputOf(draft, defaults))
    : [{ ...defaults, title: text }];
}

/** Adds what one line says. */
export function addWords(text: string, defaults: Defaults) {
  const isPlain = Object.values(defaults).every((value) => value === undefined);
  return perform({
    request: async () => {
      if (isPlain) return addText(text);
      const inputs = await read(text, defaults);
      const [only] = inputs;
      return only && inputs.length === 1 ? addTask(only) : addTasks(inputs);
    },
  });
}

/** Adds a task per line, as one change. */
export function addLines(lines: readonly string[], defaults: Defaults) {
  return perform({
    request: async () => {
      const inputs = await Promise.all(lines.map((line) => read(line, defaults)));
      return addTasks(inputs.flat());
    },
  });
}
