// When a task is due, in words; the exact value on hover.

import { t } from "@lingui/core/macro";
import { Repeat } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { browserToday, dueLabel, exactWords } from "@/lib/dates/due";
import { useOverview } from "@/lib/query/use-overview";
import { classes } from "../classes";

export function DueLabel({ task }: { task: Task }) {
  const today = useOverview().data?.today ?? browserToday();
  if (!task.due) return null;
  const isToday = task.due.date === today;
  return (
    <time
      dateTime={task.due.time ? `${task.due.date}T${task.due.time}` : task.due.date}
      title={exactWords(task.due)}
      className={classes(
        "inline-flex items-center gap-1 whitespace-nowrap",
        task.overdue ? "text-danger" : isToday ? "text-ok" : "text-text-2",
      )}
    >
      {task.rule && (
        <Repeat size={12} aria-label={t`Repeats: ${task.rule.words}`} className="shrink-0" />
      )}
      {dueLabel(task, today)}
    </time>
  );
}
