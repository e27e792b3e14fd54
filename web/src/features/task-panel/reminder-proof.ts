// What may be said about the reminders of a task: which one comes next, and what became of the latest.

import type { Notification, Task } from "@/lib/api/contract";
import { isClosed } from "@/lib/api/status";

export type Proof =
  /** It will sound at this instant. */
  | { kind: "next"; at: string }
  /** It has a time, and nothing will say so when it has come. */
  | { kind: "silent"; time: string }
  /** One of its reminders counts from a date that it does not have. */
  | { kind: "undated" }
  /** None of them has its time ahead; whether they sounded depends on when they were set. */
  | { kind: "over" }
  /** There is nothing to say. */
  | { kind: "none" };

export function proofOf(task: Task): Proof {
  if (isClosed(task) || task.deleted_at) return { kind: "none" };
  const [next] = task.reminders.flatMap(({ next_at }) => next_at ?? []).sort();
  if (next) return { kind: "next", at: next };
  if (task.reminders.length === 0) {
    return task.due?.time ? { kind: "silent", time: task.due.time } : { kind: "none" };
  }
  const dates = { due: task.due, start: task.start, deadline: task.deadline };
  const lacksDate = task.reminders.some(
    ({ kind, anchor }) => kind === "relative" && !dates[(anchor ?? "due") as keyof typeof dates],
  );
  return { kind: lacksDate ? "undated" : "over" };
}

/** The latest reminder of the task that has sounded. */
export function latestTold(
  task: Task,
  shown: readonly Notification[] | undefined,
): Notification | undefined {
  return shown?.find((one) => one.task.id === task.id && one.sent_at);
}
