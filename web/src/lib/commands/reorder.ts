// Puts projects, sections and saved filters in the user's own order.

import { t } from "@lingui/core/macro";
import type { Overview } from "../api/contract";
import { updateEntry } from "../api/directory";
import { sentenceOf } from "../api/problem";
import { shelfOf } from "../api/shelf";
import { queryClient } from "../query/client";
import { keys } from "../query/keys";
import { inTurn, isUnderWay, orderTurn } from "../query/turns";
import { clearDone, showToast } from "../toasts/toasts";
import { announce } from "./perform";

export type Ordered = "projects" | "sections" | "views";

export type Side = "before" | "after";

/** `all` with the one called `id` on that side of `target`; as it was where one of them is not there. */
export function moved<T extends { id: string }>(
  all: readonly T[],
  id: string,
  target: string,
  side: Side,
): T[] {
  const one = all.find((entry) => entry.id === id);
  const rest = all.filter((entry) => entry.id !== id);
  const at = rest.findIndex((entry) => entry.id === target);
  if (!one || at < 0) return [...all];
  return rest.toSpliced(side === "before" ? at : at + 1, 0, one);
}

/** The one that stands next to the one called `id`, among those with which it is shown. */
export function neighbour(
  overview: Pick<Overview, Ordered>,
  kind: Ordered,
  id: string,
  side: Side,
): string | undefined {
  const shown: readonly { id: string; shelf: string | null }[] = {
    projects: () =>
      overview.projects.map((project) => ({ id: project.id, shelf: shelfOf(project) })),
    sections: () =>
      overview.sections.map((section) => ({ id: section.id, shelf: section.project_id })),
    views: () => overview.views.map((view) => ({ id: view.id, shelf: "" })),
  }[kind]();
  const shelf = shown.find((entry) => entry.id === id)?.shelf;
  const peers = shown.filter((entry) => entry.shelf === shelf);
  const at = peers.findIndex((entry) => entry.id === id);
  return at < 0 ? undefined : peers[side === "before" ? at - 1 : at + 1]?.id;
}

/** Moves one place up or down, from where it is now; the first and the last stay where they are. */
export async function step(kind: Ordered, id: string, side: Side): Promise<void> {
  const overview = queryClient.getQueryData<Overview>(keys.overview);
  const target = overview && neighbour(overview, kind, id, side);
  if (target) await putBeside(kind, id, target, side);
}

/** Shows the new order at once, then tells the server what now comes before. */
export async function putBeside(
  kind: Ordered,
  id: string,
  target: string,
  side: Side,
): Promise<void> {
  const before = queryClient.getQueryData<Overview>(keys.overview);
  if (!before) return;
  const entries: readonly { id: string; name: string }[] = before[kind];
  const order = moved(entries, id, target, side);
  const at = order.findIndex((entry) => entry.id === id);
  if (entries.every((entry, index) => entry.id === order[index]?.id)) return;
  // An order that is on its way here may be from before the moves that are shown.
  void queryClient.cancelQueries({ queryKey: keys.overview });
  queryClient.setQueryData<Overview>(keys.overview, { ...before, [kind]: order });
  clearDone();
  const after = order[at - 1]?.id ?? null;
  try {
    const { change_id } = await inTurn(orderTurn, () => updateEntry(kind, id, { after }));
    announce({ change_id, words: t`Moved ${order[at]?.name ?? ""}.`, notes: [] });
  } catch (error) {
    showToast({ kind: "problem", words: sentenceOf(error) });
  }
  if (!isUnderWay(orderTurn)) await queryClient.invalidateQueries({ queryKey: keys.overview });
}
