// Asks whether a repeating task goes once or for good.

import { t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { remove } from "@/lib/commands/task-commands";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

interface Props {
  task: Task;
  onClose: () => void;
}

export function SeriesDialog({ task, onClose }: Props) {
  const take = (scope: "this" | "series") => {
    onClose();
    void remove(task, scope);
  };
  return (
    <Dialog title={t`Delete “${task.title}”?`} isOpen onClose={onClose}>
      <p className="text-text-2">{t`It repeats ${task.rule?.words ?? ""}.`}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
        <Button onPress={() => take("this")} autoFocus>{t`Only this time`}</Button>
        <Button look="danger" onPress={() => take("series")}>{t`The whole series`}</Button>
      </div>
    </Dialog>
  );
}
