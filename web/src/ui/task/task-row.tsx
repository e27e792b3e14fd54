// One task in a list.

import { t } from "@lingui/core/macro";
import { GripVertical } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { GridListItem } from "react-aria-components/GridList";
import type { Task } from "@/lib/api/contract";
import { isClosed } from "@/lib/api/status";
import { openTask } from "@/lib/routes/routes";
import { classes } from "../classes";
import { CompleteCircle } from "./complete-circle";
import { TaskMenu } from "./task-menu";
import { hasMeta, TaskMeta } from "./task-meta";

interface Props {
  task: Task;
  showProject: boolean;
  leavesWhenDone: boolean;
  canDrag: boolean;
  /** The day that the heading above already says. */
  day?: string | undefined;
}

export function TaskRow({ task, showProject, leavesWhenDone, canDrag, day }: Props) {
  const isOver = isClosed(task);
  return (
    <GridListItem
      id={task.id}
      value={task}
      textValue={task.title}
      onAction={() => openTask(task.number)}
      className={classes(
        "group/row relative flex min-h-(--row) items-center gap-3 rounded-row px-2 py-1 -outline-offset-2 max-[719px]:py-2",
        "hover:bg-surface-2 data-selected:bg-accent-soft data-dragging:opacity-40",
        leavesWhenDone && isOver && "leaving",
      )}
    >
      {canDrag && (
        <Button
          slot="drag"
          aria-label={t`Drag ${task.title}`}
          className="absolute -start-5 hidden h-7 w-5 items-center justify-center rounded text-text-3 opacity-0 group-hover/row:opacity-100 data-focus-visible:opacity-100 min-[720px]:inline-flex"
        >
          <GripVertical size={14} aria-hidden />
        </Button>
      )}
      {!task.deleted_at && <CompleteCircle task={task} />}
      <span className="flex min-w-0 flex-1 flex-col gap-x-3 min-[720px]:flex-row min-[720px]:items-center min-[720px]:justify-between">
        <span
          className={classes(
            "min-w-0 wrap-anywhere min-[720px]:truncate",
            isOver ? "text-text-3 line-through" : "text-text-1",
          )}
        >
          {task.title}
        </span>
        {hasMeta(task, showProject) && (
          <span className="min-w-0 min-[720px]:max-w-3/5 min-[720px]:shrink-0">
            <TaskMeta task={task} showProject={showProject} day={day} />
          </span>
        )}
      </span>
      <TaskMenu task={task} />
    </GridListItem>
  );
}
