// What was deleted, until its days in the trash are over.

import { plural, t } from "@lingui/core/macro";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { ask } from "@/lib/selection/ask";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";
import { TrashRow } from "./trash-row";

export function TrashPage() {
  const list = useTaskList({ status: "trash" });
  const days = useOverview().data?.trash_days;
  const kept =
    days === undefined
      ? ""
      : plural(days, {
          one: "Deleted tasks wait here for # day, then they are gone for good.",
          other: "Deleted tasks wait here for # days, then they are gone for good.",
        });
  return (
    <Page
      title={t`Trash`}
      tools={
        list.tasks.length > 0 && (
          <Button look="quiet" onPress={() => ask({ kind: "purge", tasks: "all" })}>
            {t`Empty the trash`}
          </Button>
        )
      }
    >
      {list.tasks.length > 0 && <p className="-mt-3 px-2 text-small text-text-2">{kept}</p>}
      <LoadedList
        label={t`Trash`}
        list={list}
        row={(task) => <TrashRow key={task.id} task={task} days={days} />}
        empty={
          <EmptyState title={t`The trash is empty.`} sentence={t`delete buy milk`}>
            <p className="text-small text-text-2">{kept}</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
