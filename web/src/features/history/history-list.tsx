// Changes, latest first, each of which can be taken back.

import { t } from "@lingui/core/macro";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorNote } from "@/ui/error-note";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { ChangeRow } from "./change-row";
import { useHistory } from "./use-history";

export function HistoryList({ taskId = null }: { taskId?: string | null }) {
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useHistory(taskId);
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending) return <SkeletonRows />;
  if (data.length === 0) {
    return (
      <EmptyState
        title={t`Nothing has changed yet. Everything that you do can be taken back here.`}
      />
    );
  }
  return (
    <>
      <ul aria-label={t`Changes`}>
        {data.map((change) => (
          <ChangeRow key={change.change_id} change={change} />
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{t`Show more`}</Button>}
    </>
  );
}
