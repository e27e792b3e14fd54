// Commands about many tasks at once.

import type { BulkAction, Task } from "../api/contract";
import { bulkChange, listTasks } from "../api/tasks";
import { queryClient } from "../query/client";
import { patchTasks } from "../query/patch";
import { perform } from "./perform";
import { leaveMs } from "./task-commands";

export const changeMany = (tasks: readonly Task[], action: BulkAction) =>
  perform({
    show:
      action.kind === "complete"
        ? { tasks, change: (task) => ({ ...task, status: "done" }) }
        : undefined,
    request: (requestId) => bulkChange({ ids: tasks.map((task) => task.id) }, action, requestId),
    holdMs: action.kind === "complete" ? leaveMs : 0,
  });

export const changeMatching = (filter: string, action: BulkAction) =>
  perform({ request: (requestId) => bulkChange({ filter }, action, requestId) });

/** Removes tasks of the trash for good; answers whether that was done. */
export async function purge(tasks: readonly Task[], quiet = false): Promise<boolean> {
  const ids = new Set(tasks.map((task) => task.id));
  const outcome = await perform({
    request: (requestId) => bulkChange({ ids: [...ids] }, { kind: "purge" }, requestId),
    isFinal: true,
    quiet,
  });
  if (!outcome) return false;
  for (const task of outcome.tasks) ids.add(task.id);
  patchTasks(queryClient, (task) => (ids.has(task.id) ? null : task));
  return true;
}

/** Removes all that is in the trash for good, as many at a time as one request may name. */
export async function emptyTrash(): Promise<boolean> {
  for (;;) {
    const { tasks } = await listTasks({ status: "trash" }, null);
    if (tasks.length === 0) return true;
    if (!(await purge(tasks, true))) return false;
  }
}
