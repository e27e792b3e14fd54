// What can be done with the selected tasks.

import { plural, t } from "@lingui/core/macro";
import { CalendarDays, Check, Copy, Flag, FolderInput, Hash, Trash2, X } from "lucide-react";
import type { Priority } from "@/lib/api/contract";
import { changeMany } from "@/lib/commands/bulk-commands";
import { ask } from "@/lib/selection/ask";
import { clearSelection, useSelection } from "@/lib/selection/selection";
import { IconButton } from "@/ui/icon-button";
import { Menu } from "@/ui/menu";
import { priorities, priorityName } from "@/ui/task/priority-mark";
import { TrashTools } from "./trash-tools";

export function BulkBar() {
  const tasks = [...useSelection().values()];
  if (tasks.length === 0) return null;
  const now = (work: () => unknown) => () => {
    clearSelection();
    work();
  };
  const setPriority = (priority: Priority) =>
    now(() => changeMany(tasks, { kind: "update", fields: { priority } }));
  return (
    <section aria-label={t`Selected tasks`} data-passing>
      <div
        role="toolbar"
        aria-label={t`Change the selected tasks`}
        className="overlay appear fixed inset-x-0 bottom-20 z-30 mx-auto flex w-fit max-w-[calc(100vw-24px)] items-center gap-0.5 p-1.5 ps-3.5 min-[720px]:bottom-6 min-[900px]:start-60"
      >
        <span className="pe-2 font-medium whitespace-nowrap max-[399px]:sr-only" aria-live="polite">
          {plural(tasks.length, { one: "# selected", other: "# selected" })}
        </span>
        <span aria-hidden className="figures pe-2 font-medium min-[400px]:hidden">
          {tasks.length}
        </span>
        {tasks.every((task) => task.deleted_at) ? (
          <TrashTools tasks={tasks} />
        ) : (
          <>
            <IconButton
              icon={Check}
              label={t`Complete`}
              keys="e"
              onPress={now(() => changeMany(tasks, { kind: "complete" }))}
            />
            <IconButton
              icon={CalendarDays}
              label={t`Due date`}
              keys="d"
              onPress={() => ask({ kind: "due", tasks })}
            />
            <IconButton
              icon={FolderInput}
              label={t`Move`}
              keys="m"
              onPress={() => ask({ kind: "move", tasks })}
            />
            <IconButton
              icon={Hash}
              label={t`Add a tag`}
              keys="t"
              onPress={() => ask({ kind: "tags", tasks })}
            />
            <Menu
              icon={Flag}
              label={t`Priority`}
              entries={priorities.map((id) => ({
                id,
                label: priorityName(id),
                run: setPriority(id),
              }))}
            />
            <IconButton
              icon={Copy}
              label={t`Duplicate`}
              onPress={now(() => changeMany(tasks, { kind: "duplicate" }))}
            />
            <IconButton
              icon={Trash2}
              label={t`Delete`}
              keys="Delete"
              onPress={() =>
                ask({
                  kind: "bulk",
                  target: { tasks },
                  action: { kind: "delete" },
                  verb: t`Delete`,
                })
              }
            />
          </>
        )}
        <IconButton
          icon={X}
          label={t`Clear the selection`}
          keys="Escape"
          onPress={clearSelection}
        />
      </div>
    </section>
  );
}
