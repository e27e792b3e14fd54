// The projects of the sidebar in the user's own order; those that are put away stand below on demand.

import { t } from "@lingui/core/macro";
import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Project } from "@/lib/api/contract";
import { shelfOf } from "@/lib/api/shelf";
import { move } from "@/lib/commands/task-commands";
import { projectPath } from "@/lib/routes/routes";
import { classes } from "@/ui/classes";
import { lateOverlay } from "@/ui/late";
import { NavLink } from "./nav-link";
import { NavSection } from "./nav-section";
import { type Order, ordersOf } from "./order";

interface Props {
  projects: readonly Project[] | undefined;
  onAdd: () => void;
}

const ProjectMenu = lateOverlay(() =>
  import("./project-menu").then((module) => module.ProjectMenu),
);

export function ProjectLinks({ projects, onAdd }: Props) {
  const [showsArchived, setShowsArchived] = useState(false);
  const current = projects?.filter((project) => shelfOf(project) === "current") ?? [];
  const archived = projects?.filter((project) => shelfOf(project) === "archived") ?? [];
  const orders = ordersOf("projects", current);
  const line = (project: Project, order?: Order) => (
    <NavLink
      key={project.id}
      href={projectPath(project)}
      label={project.name}
      mark={project.icon || "●"}
      tint={project.colour}
      count={project.open_count ?? 0}
      countLabel={t`open`}
      order={order}
      onDropTasks={
        project.archived
          ? undefined
          : (tasks) => void move(tasks, { project_id: project.id }, "last")
      }
      menuLabel={t`More for the project ${project.name}`}
      menu={(place) => <ProjectMenu {...place} project={project} order={order} />}
    />
  );
  return (
    <NavSection title={t`Projects`} addLabel={t`Add a project`} onAdd={onAdd}>
      {current.map((project, index) => line(project, orders[index]))}
      {projects && current.length + archived.length === 0 && (
        <p className="px-2.5 py-1 text-small text-text-3">{t`Write +garden in a task to make one.`}</p>
      )}
      {archived.length > 0 && (
        <button
          type="button"
          aria-expanded={showsArchived}
          onClick={() => setShowsArchived(!showsArchived)}
          className="flex min-h-8 items-center gap-2.5 rounded-row px-2.5 text-small text-text-3 hover:bg-surface-3 hover:text-text-1"
        >
          <ChevronRight
            size={16}
            aria-hidden
            className={classes("w-4 shrink-0", showsArchived ? "rotate-90" : "rtl:rotate-180")}
          />
          <span className="flex-1 text-start">{t`Archived`}</span>
          <span className="figures">{archived.length}</span>
        </button>
      )}
      {showsArchived && archived.map((project) => line(project))}
    </NavSection>
  );
}
