// What can be done with the selected tasks, or with the one that has the focus.

import { t } from "@lingui/core/macro";
import { type Action, useActions } from "@/lib/actions/registry";
import type { Priority, Task } from "@/lib/api/contract";
import { changeMany } from "@/lib/commands/bulk-commands";
import { deleteOrAsk } from "@/lib/commands/delete-or-ask";
import { duplicate, toggleDone, update } from "@/lib/commands/task-commands";
import { ask } from "@/lib/selection/ask";
import {
  clearSelection,
  focusedTask,
  targets,
  toggleSelected,
  useSelection,
} from "@/lib/selection/selection";
import { useStore } from "@/lib/store";

/** Does one thing to one task, another to several; with nothing chosen, nothing. */
function withTargets(one: (task: Task) => unknown, many: (tasks: Task[]) => unknown): () => void {
  return () => {
    const tasks = targets();
    const [only] = tasks;
    if (only && tasks.length === 1) one(only);
    else if (tasks.length > 1) many(tasks);
  };
}

const byPriority: [string, Priority][] = [
  ["1", "urgent"],
  ["2", "high"],
  ["3", "medium"],
  ["4", "low"],
  ["0", "none"],
];

export function useTaskActions(): void {
  const selected = useSelection();
  const focused = useStore(focusedTask);
  const hasTargets = selected.size > 0 || focused !== null;
  const group = t`The task with the focus, or the selected ones`;
  const bulkDelete = (tasks: Task[]) =>
    ask({ kind: "bulk", target: { tasks }, action: { kind: "delete" }, verb: t`Delete` });
  const completeAll = (tasks: Task[]) => {
    clearSelection();
    void changeMany(tasks, { kind: "complete" });
  };
  const names: Record<Priority, string> = {
    urgent: t`Priority urgent`,
    high: t`Priority high`,
    medium: t`Priority medium`,
    low: t`Priority low`,
    none: t`No priority`,
  };
  const actions: Action[] = [
    { id: "done", label: t`Complete`, group, keys: "e", run: withTargets(toggleDone, completeAll) },
    {
      id: "select",
      label: t`Select`,
      group,
      keys: "x",
      run: () => focusedTask.get() && toggleSelected(focusedTask.get() as Task),
    },
    {
      id: "due",
      label: t`Due date`,
      group,
      keys: "d",
      run: () => targets().length > 0 && ask({ kind: "due", tasks: targets() }),
    },
    {
      id: "move",
      label: t`Move to a project`,
      group,
      keys: "m",
      run: () => targets().length > 0 && ask({ kind: "move", tasks: targets() }),
    },
    {
      id: "tags",
      label: t`Add a tag`,
      group,
      keys: "t",
      run: () => targets().length > 0 && ask({ kind: "tags", tasks: targets() }),
    },
    ...byPriority.map(([keys, priority]) => ({
      id: `priority ${priority}`,
      label: names[priority],
      group,
      keys,
      run: withTargets(
        (task) => update(task, { priority }),
        (tasks) => changeMany(tasks, { kind: "update", fields: { priority } }),
      ),
    })),
    {
      id: "duplicate",
      label: t`Duplicate`,
      group,
      keys: "shift+d",
      run: withTargets(duplicate, (tasks) => changeMany(tasks, { kind: "duplicate" })),
    },
    {
      id: "delete",
      label: t`Delete`,
      group,
      keys: "Delete, mod+Backspace",
      run: withTargets(deleteOrAsk, bulkDelete),
    },
    { id: "clear", label: t`Clear the selection`, group, keys: "Escape", run: clearSelection },
  ];
  useActions(actions.map((action) => ({ ...action, isIdle: !hasTargets })));
}
