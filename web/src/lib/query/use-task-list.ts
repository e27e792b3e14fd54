// One list of tasks, page by page.

import { useInfiniteQuery } from "@tanstack/react-query";
import type { Task } from "../api/contract";
import { listTasks, type TaskQuery } from "../api/tasks";
import { keys } from "./keys";

export interface TaskList {
  tasks: Task[];
  isLoading: boolean;
  error: Error | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  loadMore: () => void;
  retry: () => void;
}

const none: Task[] = [];

export function useTaskList(query: TaskQuery, enabled = true): TaskList {
  const list = useInfiniteQuery({
    queryKey: keys.tasks(query),
    queryFn: ({ pageParam, signal }) => listTasks(query, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: (data) => data.pages.flatMap((page) => page.tasks),
    enabled,
  });
  return {
    tasks: list.data ?? none,
    isLoading: list.isPending && enabled,
    error: list.error,
    hasMore: list.hasNextPage,
    isLoadingMore: list.isFetchingNextPage,
    loadMore: () => void list.fetchNextPage(),
    retry: () => void list.refetch(),
  };
}
