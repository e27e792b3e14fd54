// The query cache and its policy: stale data is shown at once and refreshed behind it.

import { QueryClient } from "@tanstack/react-query";
import { Problem } from "../api/problem";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => {
        const status = error instanceof Problem ? error.status : 0;
        return (status === 0 || status >= 500) && count < 2;
      },
    },
    mutations: { retry: false },
  },
});
