// The menu of a project's line in the sidebar.

import type { Project } from "@/lib/api/contract";
import type { MenuPlace } from "@/ui/menu-button";
import { MenuPopover } from "@/ui/menu-popover";
import type { Order } from "./order";
import { projectEntries } from "./project-entries";

interface Props extends MenuPlace {
  project: Project;
  order: Order | undefined;
}

export function ProjectMenu({ project, order, ...place }: Props) {
  return <MenuPopover {...place} entries={projectEntries(project, order)} />;
}
