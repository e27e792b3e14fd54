// Deleting one task, after asking what is meant when it repeats.

import type { Task } from "../api/contract";
import { ask } from "../selection/ask";
import { remove } from "./task-commands";

export function deleteOrAsk(task: Task): void {
  if (task.rule) ask({ kind: "delete-series", task });
  else void remove(task);
}
