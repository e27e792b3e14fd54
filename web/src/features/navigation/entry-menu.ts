// What the menu of a line of the sidebar offers besides its own: moving it among its kind.

import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { MenuEntry } from "@/ui/menu";
import { moveDown, moveUp, type Order } from "./use-entry-order";

export function orderEntries(order: Order): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (order.previous) {
    entries.push({
      id: "up",
      label: t`Move up`,
      icon: ArrowUp,
      keys: "alt+ArrowUp",
      run: () => moveUp(order),
    });
  }
  if (order.next) {
    entries.push({
      id: "down",
      label: t`Move down`,
      icon: ArrowDown,
      keys: "alt+ArrowDown",
      run: () => moveDown(order),
    });
  }
  return entries;
}

/** The places of entries of one kind, in the order in which they are shown. */
export function ordersOf(kind: Order["kind"], shown: readonly { id: string }[]): Order[] {
  return shown.map(({ id }, index) => ({
    kind,
    id,
    index,
    previous: shown[index - 1]?.id,
    next: shown[index + 1]?.id,
  }));
}
