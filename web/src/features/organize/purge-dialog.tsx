// Asks before something is gone for good.

import { plural, t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { sentenceOf } from "@/lib/api/problem";
import { emptyTrash, purge } from "@/lib/commands/purge";
import { clearSelection } from "@/lib/selection/selection";
import { showToast } from "@/lib/toasts/toasts";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";

interface Props {
  tasks: Task[] | "all";
  onClose: () => void;
}

async function emptyAndSay(): Promise<void> {
  try {
    if (await emptyTrash()) showToast({ kind: "done", words: t`The trash is empty.` });
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
  }
}

export function PurgeDialog({ tasks, onClose }: Props) {
  const [only] = tasks === "all" ? [] : tasks;
  const title =
    tasks === "all"
      ? t`Empty the trash?`
      : tasks.length === 1
        ? t`Delete “${only?.title ?? ""}” for good?`
        : plural(tasks.length, {
            one: "Delete # task for good?",
            other: "Delete # tasks for good?",
          });
  const confirm = () => {
    onClose();
    clearSelection();
    void (tasks === "all" ? emptyAndSay() : purge(tasks));
  };
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p className="text-text-2">
        {tasks === "all"
          ? t`Every task in it is gone for good. This cannot be undone.`
          : t`This cannot be undone.`}
      </p>
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose} autoFocus>{t`Cancel`}</Button>
        <Button look="danger" onPress={confirm}>
          {tasks === "all" ? t`Empty the trash` : t`Delete for good`}
        </Button>
      </div>
    </Dialog>
  );
}
