// Tasks that match a saved filter.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { ViewDialog } from "@/features/organize/view-dialog";
import type { View } from "@/lib/api/contract";
import { change, removeFrom } from "@/lib/commands/directory-commands";
import { useTaskList } from "@/lib/query/use-task-list";
import { go } from "@/lib/routes/routes";
import { EmptyState } from "@/ui/empty-state";
import { FilterProblem } from "@/ui/filter-problem";
import { Menu } from "@/ui/menu";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";

export function ViewPage({ view }: { view: View }) {
  const [isEditing, setEditing] = useState(false);
  const list = useTaskList({ filter: view.filter, sort: view.sort || "due" });
  const tools = (
    <Menu
      label={t`More for ${view.name}`}
      entries={[
        { id: "edit", label: t`Rename or change`, icon: Pencil, run: () => setEditing(true) },
        {
          id: "delete",
          label: t`Delete the filter`,
          icon: Trash2,
          isDanger: true,
          run: async () => {
            if (await removeFrom("views", view.id, view.name)) go("/");
          },
        },
      ]}
    />
  );
  return (
    <Page title={view.name} tools={tools}>
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
      {isEditing && <ViewDialog view={view} onClose={() => setEditing(false)} />}
    </Page>
  );
}
