// Tasks that have no project yet, in the user's own order.

import { t } from "@lingui/core/macro";
import { QuickAdd } from "@/features/quick-add/quick-add";
import { focusAdd } from "@/lib/actions/focus-add";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { EmptyState } from "@/ui/empty-state";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";

export function InboxPage() {
  const inbox = useOverview().data?.projects.find((project) => project.kind === "inbox");
  const list = useTaskList({ project_id: inbox?.id, sort: "position" }, inbox !== undefined);
  return (
    <Page title={t`Inbox`}>
      <QuickAdd placeholder={t`Buy milk tomorrow #errands`} />
      <LoadedList
        label={t`Inbox`}
        list={{ ...list, isLoading: list.isLoading || !inbox }}
        home={inbox && { project_id: inbox.id, section_id: null }}
        showProject={false}
        empty={
          <EmptyState
            title={t`The Inbox is empty. What has no project yet lands here.`}
            sentence={t`remind me to pay rent on the 1st of every month, high priority, #home`}
            onTry={focusAdd}
          />
        }
      />
    </Page>
  );
}
