// How a task's due date is shown.

import { plural, t } from "@lingui/core/macro";
import type { Due, Task } from "../api/contract";
import { dayWords, isoDay, localDay } from "./format";

const dayMs = 86_400_000;

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((localDay(to).getTime() - localDay(from).getTime()) / dayMs);
}

/** `Tue 1 Dec 17:00, Europe/Berlin`: everything that a due date says. */
export function exactWords(due: Due): string {
  const parts = [dayWords(due.date), due.time ?? ""].filter(Boolean).join(" ");
  return due.zone ? `${parts}, ${due.zone}` : parts;
}

/** What a row says: the server's words, or how late the task is. */
export function dueLabel(task: Task, today: string): string {
  if (!task.due) return "";
  const late = daysBetween(task.due.date, today);
  if (task.overdue && late > 0) return plural(late, { one: "# day late", other: "# days late" });
  if (task.overdue) return t`late, ${task.due.time ?? ""}`;
  return task.due_words ?? exactWords(task.due);
}

/** What a row says below a heading that names `day`: the time alone, where that is all that is left to say. */
export function dueLabelWithin(task: Task, day: string, today: string): string {
  if (task.overdue || task.due?.date !== day || task.due.zone) return dueLabel(task, today);
  return task.due.time ?? "";
}

/** Today on the reader's calendar, until the server has said it. */
export function readerToday(): string {
  return isoDay(new Date());
}
