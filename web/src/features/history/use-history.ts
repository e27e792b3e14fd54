// Changes of the space or of one task, latest first.

import { useInfiniteQuery } from "@tanstack/react-query";
import { listHistory } from "@/lib/api/tasks";
import { keys } from "@/lib/query/keys";
import type { Names } from "./field-words";

export function useHistory(taskId: string | null) {
  return useInfiniteQuery({
    queryKey: keys.history(taskId),
    queryFn: ({ pageParam, signal }) => listHistory(taskId, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => ({
      changes: pages.flatMap((page) => page.changes),
      names: Object.assign({}, ...pages.map((page) => page.names)) as Names,
    }),
  });
}
