// Changes, latest first and day by day, each of which can be taken back.

import { t } from "@lingui/core/macro";
import type { Change } from "@/lib/api/contract";
import { daysBetween, readerToday } from "@/lib/dates/due";
import { dayWords, isoDay } from "@/lib/dates/format";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorNote } from "@/ui/error-note";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { TaskSection } from "@/ui/task/task-section";
import { ChangeRow } from "./change-row";
import { useHistory } from "./use-history";

/** Changes by the reader's day, in the order in which they come. */
function byDay(changes: readonly Change[]): [string, Change[]][] {
  const days = new Map<string, Change[]>();
  for (const change of changes) {
    const day = isoDay(new Date(change.at));
    const sameDay = days.get(day);
    if (sameDay) sameDay.push(change);
    else days.set(day, [change]);
  }
  return [...days];
}

function headingOf(day: string): { title: string; hint?: string } {
  const ago = daysBetween(day, readerToday());
  if (ago === 0) return { title: t`Today`, hint: dayWords(day) };
  if (ago === 1) return { title: t`Yesterday`, hint: dayWords(day) };
  return { title: dayWords(day) };
}

export function HistoryList({ taskId = null }: { taskId?: string | null }) {
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useHistory(taskId);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows />;
  const { changes: all, names } = data;
  if (all.length === 0) {
    return (
      <EmptyState
        title={t`Nothing has changed yet. Everything that you do can be taken back here.`}
      />
    );
  }
  const rows = (changes: readonly Change[], isBelowDay: boolean) =>
    changes.map((change) => (
      <ChangeRow key={change.change_id} change={change} names={names} isBelowDay={isBelowDay} />
    ));
  return (
    <>
      {taskId ? (
        <ul aria-label={t`Changes`}>{rows(all, false)}</ul>
      ) : (
        byDay(all).map(([day, changes]) => (
          <TaskSection key={day} {...headingOf(day)}>
            <ul>{rows(changes, true)}</ul>
          </TaskSection>
        ))
      )}
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{t`Show more`}</Button>}
    </>
  );
}
