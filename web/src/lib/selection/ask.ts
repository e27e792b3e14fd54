// A question that a dialog must ask before some tasks change.

import type { BulkAction, Project, Task, View } from "../api/contract";
import { createStore } from "../store";

export type Question =
  | { kind: "move"; tasks: Task[] }
  | { kind: "due"; tasks: Task[] }
  | { kind: "tags"; tasks: Task[] }
  | { kind: "view"; view: View }
  | { kind: "rename-project"; project: Project }
  | { kind: "delete-series"; task: Task }
  /** For good: these tasks of the trash, or all of it. */
  | { kind: "purge"; tasks: Task[] | "all" }
  | {
      kind: "bulk";
      target: { tasks: Task[] } | { filter: string };
      action: BulkAction;
      verb: string;
    }
  | { kind: "lines"; lines: string[]; add: (lines: string[]) => void };

export const question = createStore<Question | null>(null);

export const ask = (next: Question) => question.set(next);

export const closeQuestion = () => question.set(null);
