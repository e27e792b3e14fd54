// What the menu of a project, a section or a saved filter offers to move it among its kind.

import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { MenuEntry } from "@/ui/menu-popover";
import { move, type Order } from "./order";

/** `hasKeys` where the keys that do the same are listened to. */
export function orderEntries(order: Order, hasKeys = false): MenuEntry[] {
  const entries: MenuEntry[] = [];
  if (!order.isFirst) {
    entries.push({
      id: "up",
      label: t`Move up`,
      icon: ArrowUp,
      keys: hasKeys ? "alt+ArrowUp" : undefined,
      run: () => void move(order, "before"),
    });
  }
  if (!order.isLast) {
    entries.push({
      id: "down",
      label: t`Move down`,
      icon: ArrowDown,
      keys: hasKeys ? "alt+ArrowDown" : undefined,
      run: () => void move(order, "after"),
    });
  }
  return entries;
}
