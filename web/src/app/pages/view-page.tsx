// Tasks that match a saved filter.

import { t } from "@lingui/core/macro";
import { viewEntries } from "@/features/navigation/view-entries";
import type { View } from "@/lib/api/contract";
import { change } from "@/lib/commands/directory-commands";
import { useTaskList } from "@/lib/query/use-task-list";
import { EmptyState } from "@/ui/empty-state";
import { FilterProblem } from "@/ui/filter-problem";
import { Menu } from "@/ui/menu";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";

export function ViewPage({ view }: { view: View }) {
  const list = useTaskList({ filter: view.filter, sort: view.sort || "due" });
  return (
    <Page
      title={view.name}
      tools={<Menu label={t`More for ${view.name}`} entries={viewEntries(view)} />}
    >
      <p className="-mt-3 px-2 text-small text-text-2">
        <code className="rounded bg-surface-3 px-1.5 py-0.5">{view.filter}</code>
      </p>
      {list.error && (
        <FilterProblem
          error={list.error}
          filter={view.filter}
          onRetry={list.retry}
          onTake={(filter) => void change("views", view.id, { filter })}
        />
      )}
      <LoadedList
        label={view.name}
        list={{ ...list, error: null }}
        empty={!list.error && <EmptyState title={t`Nothing matches this filter now.`} />}
      />
    </Page>
  );
}
