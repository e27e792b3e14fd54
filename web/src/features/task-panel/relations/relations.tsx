// The other tasks that this one has to do with: followed, added, taken away.

import { t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import type { RelationKind, Task } from "@/lib/api/contract";
import { listRelations } from "@/lib/api/tasks";
import { keys } from "@/lib/query/keys";
import { ErrorNote } from "@/ui/error-note";
import { lateOverlay } from "@/ui/late";
import { Menu } from "@/ui/menu";
import { RelationRow } from "./relation-row";
import { relationKinds, relationName } from "./relation-words";

const RelateDialog = lateOverlay(() =>
  import("./relate-dialog").then((module) => module.RelateDialog),
);

export function Relations({ task }: { task: Task }) {
  const [adding, setAdding] = useState<RelationKind | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: keys.relations(task.id),
    queryFn: ({ signal }) => listRelations(task.id, signal),
  });
  const all = data?.relations ?? [];
  const kinds = relationKinds.filter((kind) => all.some((relation) => relation.kind === kind));
  return (
    <section aria-label={t`Relations`} className="flex flex-col">
      <header className="flex min-h-8 items-center justify-between">
        <h2 className="text-small font-medium text-text-3">{t`Relations`}</h2>
        <Menu
          icon={Plus}
          label={t`Add a relation`}
          entries={relationKinds.map((kind) => ({
            id: kind,
            label: `${relationName(kind)}…`,
            run: () => setAdding(kind),
          }))}
        />
      </header>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data && all.length === 0 && (
        <p className="text-small text-text-3">{t`None yet: what blocks it, what it blocks, what says the same.`}</p>
      )}
      {kinds.map((kind) => (
        <div key={kind} className="grid grid-cols-[92px_1fr] gap-2">
          <h3 className="py-1.5 text-small text-text-3">{relationName(kind)}</h3>
          <ul>
            {all
              .filter((relation) => relation.kind === kind)
              .map((relation) => (
                <RelationRow key={relation.task.id} task={task} relation={relation} />
              ))}
          </ul>
        </div>
      ))}
      {adding && (
        <RelateDialog
          task={task}
          kind={adding}
          known={all.filter((one) => one.kind === adding).map((one) => one.task.id)}
          onClose={() => setAdding(null)}
        />
      )}
    </section>
  );
}
