// Puts projects, sections and saved filters in the user's own order.

import { t } from "@lingui/core/macro";
import type { Overview } from "../api/contract";
import { updateEntry } from "../api/directory";
import { sentenceOf } from "../api/problem";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { clearDone, showToast } from "../toasts/toasts";
import { announce } from "./perform";

export type Ordered = "projects" | "sections" | "views";

/** `all` with the one called `id` at the place of `target`, or behind it where it came from before it. */
export function moved<T extends { id: string }>(
  all: readonly T[],
  id: string,
  target: string,
  side: "before" | "after",
): T[] {
  const one = all.find((entry) => entry.id === id);
  const rest = all.filter((entry) => entry.id !== id);
  const at = rest.findIndex((entry) => entry.id === target);
  if (!one || at < 0) return [...all];
  return rest.toSpliced(side === "before" ? at : at + 1, 0, one);
}

/** Shows the new order at once, then tells the server what now comes before. */
export async function putBeside(
  kind: Ordered,
  id: string,
  target: string,
  side: "before" | "after",
): Promise<void> {
  const before = queryClient.getQueryData<Overview>(keys.overview);
  if (!before) return;
  const entries: readonly { id: string; name: string }[] = before[kind];
  const order = moved(entries, id, target, side);
  const at = order.findIndex((entry) => entry.id === id);
  if (entries.every((entry, index) => entry.id === order[index]?.id)) return;
  queryClient.setQueryData<Overview>(keys.overview, { ...before, [kind]: order });
  clearDone();
  try {
    const { change_id } = await updateEntry(kind, id, { after: order[at - 1]?.id ?? null });
    announce({ change_id, words: t`Moved ${order[at]?.name ?? ""}.`, notes: [] });
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
  }
  await queryClient.invalidateQueries({ queryKey: keys.overview });
}
