// What can be done with a project from its line in the sidebar.

import { t } from "@lingui/core/macro";
import { Archive, Pencil } from "lucide-react";
import type { Project } from "@/lib/api/contract";
import { change } from "@/lib/commands/directory-commands";
import { ask } from "@/lib/selection/ask";
import type { MenuPlace } from "@/ui/menu-button";
import { MenuPopover } from "@/ui/menu-popover";
import type { Order } from "./order";
import { orderEntries } from "./order-entries";

interface Props extends MenuPlace {
  project: Project;
  order: Order | undefined;
}

export function ProjectMenu({ project, order, ...place }: Props) {
  return (
    <MenuPopover
      {...place}
      entries={[
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
      ]}
    />
  );
}
