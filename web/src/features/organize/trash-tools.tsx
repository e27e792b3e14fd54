// What can be done with selected tasks of the trash: back, or away for good.

import { t } from "@lingui/core/macro";
import { RotateCcw, Trash2 } from "lucide-react";
import type { Task } from "@/lib/api/contract";
import { changeMany } from "@/lib/commands/bulk-commands";
import { ask } from "@/lib/selection/ask";
import { clearSelection } from "@/lib/selection/selection";
import { Button } from "@/ui/button";

export function TrashTools({ tasks }: { tasks: Task[] }) {
  const restore = () => {
    clearSelection();
    void changeMany(tasks, { kind: "restore" });
  };
  return (
    <>
      <Button look="quiet" size="small" onPress={restore}>
        <RotateCcw size={15} aria-hidden />
        {t`Restore`}
      </Button>
      <Button look="quiet" size="small" onPress={() => ask({ kind: "purge", tasks })}>
        <Trash2 size={15} aria-hidden />
        {t`Delete for good`}
      </Button>
    </>
  );
}
