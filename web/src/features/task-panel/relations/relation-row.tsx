// One related task: its title leads there.

import { t } from "@lingui/core/macro";
import { X } from "lucide-react";
import type { Relation, Task } from "@/lib/api/contract";
import { isClosed } from "@/lib/api/status";
import { unrelate } from "@/lib/commands/task-commands";
import { openTask } from "@/lib/routes/routes";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/icon-button";
import { statusName } from "@/ui/task/status-name";

interface Props {
  task: Task;
  relation: Relation;
}

export function RelationRow({ task, relation: { kind, task: other } }: Props) {
  const isOver = isClosed(other);
  return (
    <li className="group/relation flex items-start gap-1">
      <button
        type="button"
        onClick={() => openTask(other.number)}
        className="flex min-h-8 min-w-0 flex-1 items-baseline gap-2 rounded-row px-2 py-1.25 text-start hover:bg-surface-3"
      >
        <span
          className={classes(
            "min-w-0 flex-1 wrap-anywhere",
            isOver ? "text-text-3 line-through" : "text-text-1",
          )}
        >
          {other.title}
          {isOver && <span className="sr-only"> ({statusName(other.status)})</span>}
        </span>
        <span className="figures text-small text-text-3">#{other.number}</span>
      </button>
      <IconButton
        icon={X}
        label={t`Remove the relation to ${other.title}`}
        onPress={() => void unrelate(task, { kind, task_id: other.id })}
        className="opacity-0 group-hover/relation:opacity-100 data-focus-visible:opacity-100 [@media(hover:none)]:opacity-100"
      />
    </li>
  );
}
