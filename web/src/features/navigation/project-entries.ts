// What can be done with a project, on its page and on its line in the sidebar.

import { t } from "@lingui/core/macro";
import { Archive, Pencil } from "lucide-react";
import type { Project } from "@/lib/api/contract";
import { change } from "@/lib/commands/directory-commands";
import { ask } from "@/lib/selection/ask";
import type { MenuEntry } from "@/ui/menu-popover";
import type { Order } from "./order";
import { orderEntries } from "./order-entries";

/** `order` where it stands among others. */
export function projectEntries(project: Project, order?: Order): MenuEntry[] {
  return [
    {
      id: "rename",
      label: t`Rename`,
      icon: Pencil,
      run: () => ask({ kind: "rename-project", project }),
    },
    ...(order ? orderEntries(order, true) : []),
    {
      id: "archive",
      label: project.archived ? t`Bring back` : t`Archive`,
      icon: Archive,
      run: () => void change("projects", project.id, { archived: !project.archived }),
    },
  ];
}
