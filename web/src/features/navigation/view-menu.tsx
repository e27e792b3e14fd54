// The menu of a saved filter's line in the sidebar.

import type { View } from "@/lib/api/contract";
import type { MenuPlace } from "@/ui/menu-button";
import { MenuPopover } from "@/ui/menu-popover";
import type { Order } from "./order";
import { viewEntries } from "./view-entries";

interface Props extends MenuPlace {
  view: View;
  order: Order | undefined;
}

export function ViewMenu({ view, order, ...place }: Props) {
  return <MenuPopover {...place} entries={viewEntries(view, order)} />;
}
