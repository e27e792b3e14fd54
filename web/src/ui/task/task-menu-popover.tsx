// Everything that can be done with one task: the entries of its row's menu.

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
import { deleteOrAsk } from "@/lib/commands/delete-or-ask";
import { duplicate, reschedule, restore, skip } from "@/lib/commands/task-commands";
import { openTask } from "@/lib/routes/routes";
import { ask } from "@/lib/selection/ask";
import { toggleSelected } from "@/lib/selection/selection";
import type { MenuPlace } from "../menu-button";
import { type MenuEntry, MenuPopover } from "../menu-popover";

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

export function TaskMenuPopover({ task, ...place }: MenuPlace & { task: Task }) {
  return <MenuPopover {...place} entries={entriesFor(task)} />;
}
