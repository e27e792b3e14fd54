// What can be done with a saved filter from its line in the sidebar.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import type { View } from "@/lib/api/contract";
import { removeFrom } from "@/lib/commands/directory-commands";
import { go, viewPath } from "@/lib/routes/routes";
import { ask } from "@/lib/selection/ask";
import type { MenuPlace } from "@/ui/menu-button";
import { MenuPopover } from "@/ui/menu-popover";
import type { Order } from "./order";
import { orderEntries } from "./order-entries";

interface Props extends MenuPlace {
  view: View;
  order: Order | undefined;
}

async function remove(view: View): Promise<void> {
  const isHere = location.pathname === viewPath(view);
  if ((await removeFrom("views", view.id, view.name)) && isHere) go("/");
}

export function ViewMenu({ view, order, ...place }: Props) {
  return (
    <MenuPopover
      {...place}
      entries={[
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
      ]}
    />
  );
}
