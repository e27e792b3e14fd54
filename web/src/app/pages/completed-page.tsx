// What has been done.

import { t } from "@lingui/core/macro";
import { useTaskList } from "@/lib/query/use-task-list";
import { EmptyState } from "@/ui/empty-state";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";

export function CompletedPage() {
  const list = useTaskList({ status: "done", sort: "-completed" });
  return (
    <Page title={t`Completed`}>
      <LoadedList
        label={t`Completed`}
        list={list}
        leavesWhenDone={false}
        empty={
          <EmptyState
            title={t`Nothing is done yet. Completed tasks stay here, and can be reopened.`}
          />
        }
      />
    </Page>
  );
}
