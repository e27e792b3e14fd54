// What comes, day by day.

import { t } from "@lingui/core/macro";
import { QuickAdd } from "@/features/quick-add/quick-add";
import { focusAdd } from "@/lib/actions/focus-add";
import type { Task } from "@/lib/api/contract";
import { daysBetween, readerToday } from "@/lib/dates/due";
import { dayWords } from "@/lib/dates/format";
import { dayOfMonthWords, weekdayWords } from "@/lib/dates/when";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorNote } from "@/ui/error-note";
import { Page } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { TaskList } from "@/ui/task/task-list";
import { TaskSection } from "@/ui/task/task-section";

/** Tasks by the day that they are due, days in order. */
function byDay(tasks: readonly Task[]): [string, Task[]][] {
  const days = new Map<string, Task[]>();
  for (const task of tasks) {
    if (!task.due) continue;
    const day = days.get(task.due.date);
    if (day) day.push(task);
    else days.set(task.due.date, [task]);
  }
  return [...days].sort(([a], [b]) => a.localeCompare(b));
}

/** A day as people say it, `Tomorrow` or `Friday`, and beside it what that leaves open. */
function headingOf(day: string, today: string): { title: string; hint?: string } {
  const away = daysBetween(today, day);
  if (away === 1) return { title: t`Tomorrow`, hint: dayWords(day) };
  if (away < 7) return { title: weekdayWords(day), hint: dayOfMonthWords(day) };
  return away < 14 ? { title: dayWords(day), hint: t`in ${away} days` } : { title: dayWords(day) };
}

export function UpcomingPage() {
  const today = useOverview().data?.today ?? readerToday();
  const list = useTaskList({ filter: "due > today", sort: "due" });
  return (
    <Page title={t`Upcoming`}>
      <QuickAdd placeholder={t`Dinner with Ana next Friday at 8`} />
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.isLoading && <SkeletonRows />}
      {!list.isLoading && !list.error && list.tasks.length === 0 && (
        <EmptyState
          title={t`Nothing is planned ahead.`}
          sentence={t`send the report every friday at 16:00`}
          onTry={focusAdd}
        />
      )}
      {byDay(list.tasks).map(([day, tasks]) => {
        const heading = headingOf(day, today);
        return (
          <TaskSection key={day} {...heading}>
            <TaskList label={heading.title} tasks={tasks} day={day} />
          </TaskSection>
        );
      })}
      {list.hasMore && (
        <Button onPress={list.loadMore} isPending={list.isLoadingMore} className="self-start">
          {t`Show more`}
        </Button>
      )}
    </Page>
  );
}
