// Shows what a change of many tasks would do, before it is done.

import { plural, t } from "@lingui/core/macro";
import { useQuery } from "@tanstack/react-query";
import type { BulkAction, Task } from "@/lib/api/contract";
import { bulkPreview } from "@/lib/api/tasks";
import { changeMany, changeMatching } from "@/lib/commands/bulk-commands";
import { clearSelection } from "@/lib/selection/selection";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { ErrorNote } from "@/ui/error-note";
import { SkeletonRows } from "@/ui/skeleton-rows";

interface Props {
  target: { tasks: Task[] } | { filter: string };
  action: BulkAction;
  verb: string;
  onClose: () => void;
}

export function BulkDialog({ target, action, verb, onClose }: Props) {
  const asked = "tasks" in target ? { ids: target.tasks.map((task) => task.id) } : target;
  const { data, error, refetch } = useQuery({
    queryKey: ["bulk-preview", asked, action],
    queryFn: () => bulkPreview(asked, action),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const confirm = () => {
    onClose();
    clearSelection();
    if ("tasks" in target) void changeMany(target.tasks, action);
    else void changeMatching(target.filter, action);
  };
  const count = data?.count ?? 0;
  const more = count - (data?.tasks.length ?? 0);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={data ? plural(count, { one: `${verb} # task?`, other: `${verb} # tasks?` }) : verb}
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows />}
      {data && (
        <ul className="flex max-h-72 flex-col gap-1 overflow-y-auto text-text-2">
          {data.tasks.map((task) => (
            <li key={task.id} className="flex justify-between gap-3">
              <span className="truncate">{task.title}</span>
              <span className="figures shrink-0 text-small text-text-3">{task.due_words}</span>
            </li>
          ))}
          {more > 0 && (
            <li className="text-text-3">
              {plural(more, { one: "and # more", other: "and # more" })}
            </li>
          )}
        </ul>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onPress={onClose}>{t`Cancel`}</Button>
        <Button
          look={action.kind === "delete" ? "danger" : "primary"}
          isPending={!data && !error}
          isDisabled={data?.count === 0 || Boolean(error)}
          onPress={confirm}
          autoFocus
        >
          {verb}
        </Button>
      </div>
    </Dialog>
  );
}
