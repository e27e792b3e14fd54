// The task that the panel shows, and its subtasks.

import { useQuery } from "@tanstack/react-query";
import type { Task } from "@/lib/api/contract";
import { getTask } from "@/lib/api/tasks";
import { queryClient } from "@/lib/query/client";
import { keys } from "@/lib/query/keys";
import type { TaskList } from "@/lib/query/patch";

/** The same task out of a list, so that the panel opens without waiting. */
function fromLists(number: string): Task | undefined {
  for (const [, list] of queryClient.getQueriesData<TaskList>({ queryKey: keys.taskLists })) {
    for (const page of list?.pages ?? []) {
      const found = page.tasks.find((task) => String(task.number) === number);
      if (found) return found;
    }
  }
  return undefined;
}

export function useTask(number: string) {
  return useQuery<Task>({
    queryKey: keys.task(number),
    queryFn: ({ signal }) => getTask(number, signal),
    placeholderData: () => fromLists(number),
  });
}
