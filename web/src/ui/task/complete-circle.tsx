// The circle that completes a task.

import { t } from "@lingui/core/macro";
import { Button } from "react-aria-components/Button";
import type { Task } from "@/lib/api/contract";
import { toggleDone } from "@/lib/commands/task-commands";
import { classes } from "../classes";

const rings = {
  none: "text-edge",
  low: "text-edge",
  medium: "text-accent",
  high: "text-warn",
  urgent: "text-danger",
};

export function CompleteCircle({ task }: { task: Task }) {
  const isDone = task.status === "done";
  return (
    <Button
      aria-label={isDone ? t`Reopen ${task.title}` : t`Complete ${task.title}`}
      aria-pressed={isDone}
      onPress={() => void toggleDone(task)}
      className={classes(
        "group/circle -m-2 inline-flex size-9 shrink-0 items-center justify-center rounded-full",
        rings[task.priority],
      )}
    >
      <svg width="19" height="19" viewBox="0 0 19 19" aria-hidden="true">
        <circle
          cx="9.5"
          cy="9.5"
          r="8"
          strokeWidth="1.5"
          stroke="currentColor"
          strokeDasharray={task.status === "waiting" ? "3 2.6" : undefined}
          className={classes(
            "transition-[fill] duration-150",
            isDone ? "fill-current" : "fill-transparent",
          )}
        />
        {task.status === "in_progress" && <path d="M9.5 4.5a5 5 0 0 1 0 10z" fill="currentColor" />}
        <path
          d="M6 9.8l2.4 2.4 4.6-5"
          fill="none"
          strokeWidth="1.7"
          strokeLinecap="round"
          strokeLinejoin="round"
          className={classes(
            "transition-opacity duration-100",
            isDone
              ? "stroke-surface-1 opacity-100"
              : "stroke-current opacity-0 group-hover/circle:opacity-70",
          )}
        />
      </svg>
    </Button>
  );
}
