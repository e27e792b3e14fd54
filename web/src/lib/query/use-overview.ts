// The directory of the space: counts, projects, sections, tags, views and the user.

import { useQuery } from "@tanstack/react-query";
import { getOverview } from "../api/directory";
import { keys } from "./keys";

export function useOverview() {
  return useQuery({ queryKey: keys.overview, queryFn: ({ signal }) => getOverview(signal) });
}
