// A list in whatever state it is: on its way, failed, empty, or there.

import type { ComponentProps, ReactNode } from "react";
import type { TaskList as Loaded } from "@/lib/query/use-task-list";
import { ErrorNote } from "../error-note";
import { SkeletonRows } from "../skeleton-rows";
import { TaskList } from "./task-list";

interface Props
  extends Omit<
    ComponentProps<typeof TaskList>,
    "tasks" | "hasMore" | "isLoadingMore" | "onLoadMore"
  > {
  list: Loaded;
  empty: ReactNode;
}

export function LoadedList({ list, empty, ...props }: Props) {
  if (list.error && list.tasks.length === 0)
    return <ErrorNote error={list.error} onRetry={list.retry} />;
  if (list.isLoading) return <SkeletonRows />;
  if (list.tasks.length === 0) return empty;
  return (
    <TaskList
      {...props}
      tasks={list.tasks}
      hasMore={list.hasMore}
      isLoadingMore={list.isLoadingMore}
      onLoadMore={list.loadMore}
    />
  );
}
