// Tasks in an answer: the same rows as everywhere, kept up to date.

import { useQuery } from "@tanstack/react-query";
import type { Task } from "@/lib/api/contract";
import { keys } from "@/lib/query/keys";
import { TaskList } from "@/ui/task/task-list";

interface Props {
  label: string;
  tasks: readonly Task[];
}

/** The cache entry of the tasks of an answer; the feed patches it like any other list. */
function useLive(tasks: readonly Task[]): Task[] {
  const ids = tasks.map((task) => task.id).join(",");
  const { data } = useQuery({
    queryKey: [...keys.searches, "answer", ids],
    queryFn: () => ({ tasks: [...tasks] }),
    initialData: { tasks: [...tasks] },
    staleTime: Number.POSITIVE_INFINITY,
    enabled: false,
  });
  return data.tasks;
}

export function LiveTasks({ label, tasks }: Props) {
  const live = useLive(tasks);
  if (live.length === 0) return null;
  return (
    <div className="rounded-row border border-line bg-surface-1">
      <TaskList label={label} tasks={live} leavesWhenDone={false} />
    </div>
  );
}
