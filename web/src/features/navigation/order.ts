// A line's place among its kind in the sidebar, and the ways to another one.

import type { Ordered, Side } from "@/lib/commands/reorder";

export interface Order {
  kind: Ordered;
  id: string;
  index: number;
  isFirst: boolean;
  isLast: boolean;
}

/** The places of entries of one kind, in the order in which they are shown. */
export function ordersOf(kind: Ordered, shown: readonly { id: string }[]): Order[] {
  return shown.map(({ id }, index) => ({
    kind,
    id,
    index,
    isFirst: index === 0,
    isLast: index === shown.length - 1,
  }));
}

/** Loaded when something is first moved; what is asked for meanwhile follows in turn. */
const reordering = () => import("@/lib/commands/reorder");

export const putBeside = async (kind: Ordered, id: string, target: string, side: Side) =>
  (await reordering()).putBeside(kind, id, target, side);

export const moveUp = async ({ kind, id }: Order) => (await reordering()).step(kind, id, "before");

export const moveDown = async ({ kind, id }: Order) => (await reordering()).step(kind, id, "after");
