// When a task is due, in words; the exact value on hover. Below a heading that says the day, only the time.

import { t } from "@lingui/core/macro";
import { Repeat } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { dueLabel, dueLabelWithin, exactWords, readerToday } from "@/lib/dates/due";
import { useOverview } from "@/lib/query/use-overview";
import { classes } from "../classes";

interface Props {
  task: Task;
  /** The day that the heading above already says. */
  day?: string | undefined;
}

export function DueLabel({ task, day }: Props) {
  const today = useOverview().data?.today ?? readerToday();
  if (!task.due) return null;
  const words = day ? dueLabelWithin(task, day, today) : dueLabel(task, today);
  if (!words && !task.rule) return null;
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
      {words}
    </time>
  );
}
