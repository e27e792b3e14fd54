// Commands about many tasks at once.

import type { BulkAction, Task } from "../api/contract";
import { bulkChange } from "../api/tasks";
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
