// Tasks by words, or by a filter.

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearch } from "wouter";
import { ViewDialog } from "@/features/organize/view-dialog";
import { searchTasks } from "@/lib/api/tasks";
import { keys } from "@/lib/query/keys";
import { useTaskList } from "@/lib/query/use-task-list";
import { looksLikeFilter } from "@/lib/routes/filters";
import { Button } from "@/ui/button";
import { EmptyState } from "@/ui/empty-state";
import { ErrorNote } from "@/ui/error-note";
import { FilterProblem } from "@/ui/filter-problem";
import { Page } from "@/ui/page";
import { SkeletonRows } from "@/ui/skeleton-rows";
import { LoadedList } from "@/ui/task/loaded-list";
import { TaskList } from "@/ui/task/task-list";

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 120);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

export function SearchPage() {
  const asked = new URLSearchParams(useSearch()).get("q") ?? "";
  return <Search key={asked} asked={asked} />;
}

function Search({ asked }: { asked: string }) {
  const [text, setText] = useState(asked);
  const [isSaving, setSaving] = useState(false);
  const words = useSettled(text.trim());
  const isFilter = looksLikeFilter(words);
  const filtered = useTaskList({ filter: words, sort: "due" }, words !== "" && isFilter);
  const found = useQuery({
    queryKey: keys.search(words),
    queryFn: ({ signal }) => searchTasks(words, signal),
    enabled: words !== "" && !isFilter,
    placeholderData: (previous) => previous,
  });
  const nothing = (
    <EmptyState
      title={
        isFilter
          ? t`No task fits this filter.`
          : t`Nothing is called that. Completed tasks and the trash have pages of their own.`
      }
    />
  );
  return (
    <Page title={t`Search`}>
      <div className="flex gap-2">
        <input
          type="search"
          aria-label={t`Search`}
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t`Words, or a filter such as overdue & #home`}
          maxLength={1000}
          className="field h-11"
        />
        {isFilter && (
          <Button onPress={() => setSaving(true)} className="h-11">{t`Save filter`}</Button>
        )}
      </div>
      {words === "" && (
        <EmptyState
          title={t`Search finds beginnings of words, with or without accents.`}
          sentence="overdue & p1"
          onTry={setText}
        />
      )}
      {words !== "" && isFilter && filtered.error && (
        <FilterProblem
          error={filtered.error}
          filter={words}
          onRetry={filtered.retry}
          onTake={setText}
        />
      )}
      {words !== "" && isFilter && !filtered.error && (
        <LoadedList label={t`Found`} list={filtered} empty={nothing} />
      )}
      {words !== "" && !isFilter && (
        <>
          {found.error && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
          {found.isPending && <SkeletonRows />}
          {found.data &&
            (found.data.tasks.length > 0 ? (
              <TaskList label={t`Found`} tasks={found.data.tasks} leavesWhenDone={false} />
            ) : (
              nothing
            ))}
        </>
      )}
      {isSaving && <ViewDialog view={null} filter={words} onClose={() => setSaving(false)} />}
    </Page>
  );
}
