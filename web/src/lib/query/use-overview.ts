// The directory of the space: counts, projects, sections, tags, views and the user.

import { useQuery } from "@tanstack/react-query";
import type { Overview } from "../api/contract";
import { getOverview } from "../api/directory";
import { followZone } from "../dates/format";
import { claimDrafts } from "../drafts/drafts";
import { keys } from "./keys";

/** Whoever shows times is below somebody who follows the overview, and is drawn anew with its zone. */
async function readOverview(signal: AbortSignal): Promise<Overview> {
  const overview = await getOverview(signal);
  followZone(overview.zone);
  claimDrafts(overview.space.id);
  return overview;
}

export function useOverview() {
  return useQuery({ queryKey: keys.overview, queryFn: ({ signal }) => readOverview(signal) });
}
