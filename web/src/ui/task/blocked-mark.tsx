// Says quietly that a task waits for another one that is still open.

import { t } from "@lingui/core/macro";
import { Lock } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { useTaskList } from "@/lib/query/use-task-list";

export function BlockedMark({ task }: { task: Task }) {
  // One list for all rows: what a task waits for may be done, and then it waits no more.
  const blocked = useTaskList({ filter: "blocked" });
  if (!blocked.tasks.some((one) => one.id === task.id)) return null;
  return <Lock size={12} aria-label={t`Blocked by another task`} className="text-text-3" />;
}
