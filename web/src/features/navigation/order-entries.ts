// What the menu of a line of the sidebar offers to move it among its kind.

import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { MenuEntry } from "@/ui/menu-popover";
import { moveDown, moveUp, type Order } from "./order";

export function orderEntries(order: Order): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (!order.isFirst) {
    entries.push({
      id: "up",
      label: t`Move up`,
      icon: ArrowUp,
      keys: "alt+ArrowUp",
      run: () => void moveUp(order),
    });
  }
  if (!order.isLast) {
    entries.push({
      id: "down",
      label: t`Move down`,
      icon: ArrowDown,
      keys: "alt+ArrowDown",
      run: () => void moveDown(order),
    });
  }
  return entries;
}
