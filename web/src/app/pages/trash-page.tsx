// What was deleted, for 30 days.

import { t } from "@lingui/core/macro";
import { RotateCcw } from "lucide-react";
import { changeMany } from "@/lib/commands/bulk-commands";
import { useTaskList } from "@/lib/query/use-task-list";
import { clearSelection, useSelection } from "@/lib/selection/selection";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";
import { TrashRow } from "./trash-row";

export function TrashPage() {
  const list = useTaskList({ status: "trash" });
  const chosen = [...useSelection().values()].filter((task) => task.deleted_at);
  const restoreAll = () => {
    clearSelection();
    void changeMany(chosen, { kind: "restore" });
  };
  return (
    <Page
      title={t`Trash`}
      tools={
        chosen.length > 0 && (
          <Button onPress={restoreAll}>
            <RotateCcw size={15} aria-hidden />
            {t`Restore selected`}
          </Button>
        )
      }
    >
      <p className="-mt-3 px-2 text-small text-text-2">{t`Deleted tasks stay for 30 days, then they are gone for good.`}</p>
      <LoadedList
        label={t`Trash`}
        list={list}
        row={(task) => <TrashRow key={task.id} task={task} />}
        empty={<EmptyState title={t`The trash is empty.`} />}
      />
    </Page>
  );
}
