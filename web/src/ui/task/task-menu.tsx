// Everything that can be done with one task, from its row.

import { t } from "@lingui/core/macro";
import {
  CalendarDays,
  CircleCheck,
  Copy,
  CornerDownRight,
  FastForward,
  FolderInput,
  PanelRight,
  RotateCcw,
  Sun,
  Trash2,
} from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { duplicate, remove, reschedule, restore, skip } from "@/lib/commands/task-commands";
import { openTask } from "@/lib/routes/routes";
import { ask } from "@/lib/selection/ask";
import { toggleSelected } from "@/lib/selection/selection";
import { Menu, type MenuEntry } from "../menu";

export function deleteOrAsk(task: Task): void {
  if (task.rule) ask({ kind: "delete-series", task });
  else void remove(task);
}

function entriesFor(task: Task): MenuEntry[] {
  if (task.deleted_at) {
    return [{ id: "restore", label: t`Restore`, icon: RotateCcw, run: () => void restore(task) }];
  }
  const entries: MenuEntry[] = [
    { id: "open", label: t`Open`, icon: PanelRight, run: () => openTask(task.number) },
    { id: "today", label: t`Due today`, icon: Sun, run: () => void reschedule(task, "today") },
    {
      id: "tomorrow",
      label: t`Due tomorrow`,
      icon: CornerDownRight,
      run: () => void reschedule(task, "tomorrow"),
    },
    {
      id: "due",
      label: t`Due date…`,
      icon: CalendarDays,
      keys: "d",
      run: () => ask({ kind: "due", tasks: [task] }),
    },
    {
      id: "move",
      label: t`Move to…`,
      icon: FolderInput,
      keys: "m",
      run: () => ask({ kind: "move", tasks: [task] }),
    },
    {
      id: "select",
      label: t`Select`,
      icon: CircleCheck,
      keys: "x",
      run: () => toggleSelected(task),
    },
    { id: "duplicate", label: t`Duplicate`, icon: Copy, run: () => void duplicate(task) },
  ];
  if (task.rule) {
    entries.push({
      id: "skip",
      label: t`Skip this time`,
      icon: FastForward,
      run: () => void skip(task),
    });
  }
  entries.push({
    id: "delete",
    label: t`Delete`,
    icon: Trash2,
    keys: "Delete",
    isDanger: true,
    run: () => deleteOrAsk(task),
  });
  return entries;
}

export function TaskMenu({ task }: { task: Task }) {
  return (
    <Menu
      label={t`More for ${task.title}`}
      entries={entriesFor(task)}
      className="min-[900px]:absolute min-[900px]:-end-8 opacity-0 group-hover/row:opacity-100 group-data-focus-visible-within/row:opacity-100 data-focus-visible:opacity-100 aria-expanded:opacity-100 [@media(hover:none)]:opacity-100"
    />
  );
}
