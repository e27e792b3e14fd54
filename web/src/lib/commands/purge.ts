// Commands that cannot be taken back.

import { t } from "@lingui/core/macro";
import type { Task } from "../api/contract";
import { bulkChange, listTasks } from "../api/tasks";
import { queryClient } from "../query/client";
import { patchTasks } from "../query/patch";
import { perform } from "./perform";

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
  const asked = new Set<string>();
  for (;;) {
    const { tasks } = await listTasks({ status: "trash" }, null);
    if (tasks.length === 0) return true;
    // What is still there after it was removed would be removed again without end.
    if (tasks.some((task) => asked.has(task.id))) throw new Error(t`some tasks stay in the trash`);
    for (const task of tasks) asked.add(task.id);
    if (!(await purge(tasks, true))) return false;
  }
}
