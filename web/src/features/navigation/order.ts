// A line's place among its kind in the sidebar, and the ways to another one.

import type { Ordered, Side } from "@/lib/commands/reorder";
import { createStore } from "@/lib/store";
import { sayNotLoaded } from "@/ui/late";

export interface Order {
  kind: Ordered;
  id: string;
  isFirst: boolean;
  isLast: boolean;
}

/** The line that has the focus, where it can be moved. */
export const focusedEntry = createStore<Order | null>(null);

/** The places of entries of one kind, in the order in which they are shown. */
export function ordersOf(kind: Ordered, shown: readonly { id: string }[]): Order[] {
  return shown.map(({ id }, index) => ({
    kind,
    id,
    isFirst: index === 0,
    isLast: index === shown.length - 1,
  }));
}

type Reordering = typeof import("@/lib/commands/reorder");

/** Loaded when something is first moved; what is asked for meanwhile follows in turn. */
const reorder = (act: (reordering: Reordering) => void) =>
  import("@/lib/commands/reorder").then(act, sayNotLoaded);

export const putBeside = (kind: Ordered, id: string, target: string, side: Side) =>
  reorder((reordering) => reordering.putBeside(kind, id, target, side));

export const move = ({ kind, id }: Order, side: Side) =>
  reorder((reordering) => reordering.step(kind, id, side));
