// A line's place among its kind in the sidebar, and the ways to another one.

import type { Ordered } from "@/lib/commands/reorder";

export interface Order {
  kind: Ordered;
  id: string;
  index: number;
  /** The neighbours that are shown, whatever lies between them unseen. */
  previous: string | undefined;
  next: string | undefined;
}

/** The places of entries of one kind, in the order in which they are shown. */
export function ordersOf(kind: Ordered, shown: readonly { id: string }[]): Order[] {
  return shown.map(({ id }, index) => ({
    kind,
    id,
    index,
    previous: shown[index - 1]?.id,
    next: shown[index + 1]?.id,
  }));
}

/** Loaded when something is first moved. */
export async function putBeside(
  kind: Ordered,
  id: string,
  target: string | undefined,
  side: "before" | "after",
): Promise<void> {
  if (target === undefined) return;
  const commands = await import("@/lib/commands/reorder");
  await commands.putBeside(kind, id, target, side);
}

export const moveUp = ({ kind, id, previous }: Order) =>
  void putBeside(kind, id, previous, "before");

export const moveDown = ({ kind, id, next }: Order) => void putBeside(kind, id, next, "after");
