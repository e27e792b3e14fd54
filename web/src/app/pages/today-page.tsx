// What is due today, and what should have been done before.

import { plural, t } from "@lingui/core/macro";
import { QuickAdd } from "@/features/quick-add/quick-add";
import { focusAdd } from "@/lib/actions/focus-add";
import { useActions } from "@/lib/actions/registry";
import { changeMatching } from "@/lib/commands/bulk-commands";
import { readerToday } from "@/lib/dates/due";
import { dayWords } from "@/lib/dates/format";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";
import { TaskList } from "@/ui/task/task-list";
import { TaskSection } from "@/ui/task/task-section";

const moveOverdue = () => void changeMatching("overdue", { kind: "reschedule", to: "today" });

export function TodayPage() {
  const overview = useOverview().data;
  const today = useTaskList({ filter: "today & !overdue", sort: "due" });
  const overdue = useTaskList({ filter: "overdue", sort: "due" });
  const late = overdue.tasks.length;
  useActions(
    late > 0
      ? [
          {
            id: "move-overdue",
            label: t`Move overdue to today`,
            group: t`Today`,
            keys: "shift+o",
            run: moveOverdue,
          },
        ]
      : [],
  );
  const list = (
    <LoadedList
      label={t`Today`}
      list={today}
      day={overview?.today ?? readerToday()}
      empty={
        late === 0 && (
          <EmptyState
            title={t`Nothing is due today.`}
            sentence={t`water the plants every 3 days at 18:00`}
            onTry={focusAdd}
          />
        )
      }
    />
  );
  return (
    <Page title={t`Today`} subtitle={dayWords(overview?.today ?? readerToday())}>
      <QuickAdd
        placeholder={t`Call the dentist at 3pm, high priority`}
        defaults={{ due: "today" }}
      />
      {late > 0 && (
        <TaskSection
          title={t`Overdue`}
          hint={plural(late, { one: "# task", other: "# tasks" })}
          isWarning
          tools={
            <Button size="small" look="quiet" onPress={moveOverdue}>
              {t`Move to today`}
            </Button>
          }
        >
          <TaskList
            label={t`Overdue`}
            tasks={overdue.tasks}
            hasMore={overdue.hasMore}
            isLoadingMore={overdue.isLoadingMore}
            onLoadMore={overdue.loadMore}
          />
        </TaskSection>
      )}
      {late > 0 && today.tasks.length > 0 ? (
        <TaskSection title={t`Today`}>{list}</TaskSection>
      ) : (
        list
      )}
    </Page>
  );
}
