// What can be done with a saved filter, on its page and on its line in the sidebar.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import type { View } from "@/lib/api/contract";
import { removeFrom } from "@/lib/commands/directory-commands";
import { go, viewPath } from "@/lib/routes/routes";
import { ask } from "@/lib/selection/ask";
import type { MenuEntry } from "@/ui/menu-popover";
import type { Order } from "./order";
import { orderEntries } from "./order-entries";

async function remove(view: View): Promise<void> {
  const isHere = location.pathname === viewPath(view);
  if ((await removeFrom("views", view.id, view.name)) && isHere) go("/");
}

/** `order` where it stands among others. */
export function viewEntries(view: View, order?: Order): MenuEntry[] {
  return [
    {
      id: "change",
      label: t`Rename or change`,
      icon: Pencil,
      run: () => ask({ kind: "view", view }),
    },
    ...(order ? orderEntries(order, true) : []),
    {
      id: "delete",
      label: t`Delete the filter`,
      icon: Trash2,
      isDanger: true,
      run: () => void remove(view),
    },
  ];
}
