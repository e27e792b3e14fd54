// Title and tools of the panel.

import { t } from "@lingui/core/macro";
import { Copy, RotateCcw, Trash2, X } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { deleteOrAsk } from "@/lib/commands/delete-or-ask";
import { duplicate, restore } from "@/lib/commands/task-commands";
import { closeTask } from "@/lib/routes/routes";
import { IconButton } from "@/ui/icon-button";

export function PanelHead({ task }: { task: Task }) {
  return (
    <header className="flex items-center gap-0.5 ps-1">
      <span className="figures text-small text-text-3">#{task.number}</span>
      <span className="flex-1" />
      {task.deleted_at ? (
        <IconButton icon={RotateCcw} label={t`Restore`} onPress={() => void restore(task)} />
      ) : (
        <>
          <IconButton icon={Copy} label={t`Duplicate`} onPress={() => void duplicate(task)} />
          <IconButton icon={Trash2} label={t`Delete`} onPress={() => deleteOrAsk(task)} />
        </>
      )}
      <IconButton icon={X} label={t`Close`} keys="Escape" onPress={closeTask} />
    </header>
  );
}
