// Asks for lists again after changes, once for many, and never while a row is still leaving.

import type { QueryClient } from "@tanstack/react-query";
import { keys } from "./keys";
import { isUnderWay, orderTurn } from "./turns";

/** What any change of a task may show in. */
const refreshed = [
  keys.taskLists,
  keys.searches,
  keys.overview,
  keys.allHistory,
  keys.allRelations,
];
const settleMs = 120;
let timer: ReturnType<typeof setTimeout> | undefined;
let heldUntil = 0;

/** Keeps lists as they are for a moment, so that a completed row can be seen to go. */
export function holdLists(forMs: number): void {
  heldUntil = Math.max(heldUntil, Date.now() + forMs);
}

/** Resolves when no row is leaving any more. */
export async function listsAreFree(): Promise<void> {
  const left = heldUntil - Date.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

/** Refreshes lists and counts soon. Many calls become one. */
export function refreshLists(client: QueryClient): void {
  clearTimeout(timer);
  const delay = Math.max(settleMs, heldUntil - Date.now());
  timer = setTimeout(() => {
    for (const queryKey of refreshed) {
      // The last of the moves asks for it.
      if (queryKey === keys.overview && isUnderWay(orderTurn)) continue;
      void client.invalidateQueries({ queryKey });
    }
  }, delay);
}
