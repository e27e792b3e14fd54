// What a row says about a task besides its title.

import { t } from "@lingui/core/macro";
import { Bell, ListChecks, StickyNote } from "lucide-react";
import { Link } from "wouter";
import type { Task } from "@/lib/api/contract";
import { projectPath, tagPath } from "@/lib/routes/routes";
import { BlockedMark } from "./blocked-mark";
import { DueLabel } from "./due-label";
import { PriorityMark } from "./priority-mark";

interface Props {
  task: Task;
  showProject: boolean;
  /** The day that the heading above already says. */
  day?: string | undefined;
}

export function hasMeta(task: Task, showProject: boolean): boolean {
  return Boolean(
    task.due ||
      task.tags.length ||
      task.priority !== "none" ||
      task.notes ||
      task.blocked_by.length ||
      task.checklist.length ||
      task.subtasks.open + task.subtasks.done ||
      (showProject && task.project !== "Inbox"),
  );
}

export function TaskMeta({ task, showProject, day }: Props) {
  const steps = task.checklist.length + task.subtasks.open + task.subtasks.done;
  const stepsDone = task.checklist.filter((line) => line.done).length + task.subtasks.done;
  const snoozed = task.reminders.some((reminder) => reminder.snoozed_until);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2.5 text-small text-text-2 min-[720px]:flex-nowrap">
      {task.blocked_by.length > 0 && <BlockedMark task={task} />}
      {task.notes && <StickyNote size={13} aria-label={t`Has notes`} className="text-text-3" />}
      {snoozed && <Bell size={13} aria-label={t`Snoozed`} className="text-text-3" />}
      {steps > 0 && (
        <span className="figures inline-flex items-center gap-1">
          <ListChecks size={13} aria-label={t`Steps`} />
          {stepsDone}/{steps}
        </span>
      )}
      {task.tags.map((tag) => (
        <Link
          key={tag}
          href={tagPath({ name: tag })}
          className="truncate hover:text-text-1 hover:underline"
        >
          #{tag}
        </Link>
      ))}
      {showProject && task.project !== "Inbox" && (
        <Link
          href={projectPath({ id: task.project_id })}
          className="max-w-36 truncate hover:text-text-1 hover:underline"
        >
          {task.project}
        </Link>
      )}
      <DueLabel task={task} day={day} />
      {task.priority !== "none" && (
        <span className="inline-flex">
          <PriorityMark priority={task.priority} />
        </span>
      )}
    </span>
  );
}
