// The places of the app: views, projects with their counts, tags, saved filters.

import { t } from "@lingui/core/macro";
import { CalendarDays, CheckCheck, History, Inbox, Search, Sun, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { move, reschedule } from "@/lib/commands/task-commands";
import { useOverview } from "@/lib/query/use-overview";
import { tagPath } from "@/lib/routes/routes";
import { NavLink } from "./nav-link";
import { NavSection } from "./nav-section";
import { ProjectLinks } from "./project-links";
import { ViewLinks } from "./view-links";

interface Props {
  head: ReactNode;
  onAddProject: () => void;
  onAddView: () => void;
}

export function Sidebar({ head, onAddProject, onAddView }: Props) {
  const { data } = useOverview();
  const counts = data?.counts;
  const inbox = data?.projects.find((project) => project.kind === "inbox");
  return (
    <nav aria-label={t`Main`} className="flex h-full flex-col overflow-y-auto px-2.5 pt-2.5 pb-6">
      {head}
      <div className="flex flex-col gap-px pt-2">
        <NavLink
          href="/"
          label={t`Today`}
          icon={Sun}
          count={counts?.due}
          countLabel={counts?.overdue ? t`open, ${counts.overdue} overdue` : t`open`}
          onDropTasks={(tasks) => tasks.forEach((task) => void reschedule(task, "today"))}
        />
        <NavLink
          href="/inbox"
          label={t`Inbox`}
          icon={Inbox}
          count={counts?.inbox}
          countLabel={t`open`}
          onDropTasks={inbox && ((tasks) => void move(tasks, { project_id: inbox.id }, "last"))}
        />
        <NavLink href="/upcoming" label={t`Upcoming`} icon={CalendarDays} />
        <NavLink href="/search" label={t`Search`} icon={Search} />
      </div>
      <ProjectLinks projects={data?.projects} onAdd={onAddProject} />
      <ViewLinks views={data?.views} onAdd={onAddView} />
      {(data?.tags.length ?? 0) > 0 && (
        <NavSection title={t`Tags`}>
          {data?.tags.map((tag) => (
            <NavLink key={tag.id} href={tagPath(tag)} label={tag.name} mark="#" tint={tag.colour} />
          ))}
        </NavSection>
      )}
      <div className="flex flex-col gap-px pt-4">
        <NavLink href="/completed" label={t`Completed`} icon={CheckCheck} />
        <NavLink href="/history" label={t`History`} icon={History} />
        <NavLink href="/trash" label={t`Trash`} icon={Trash2} />
      </div>
    </nav>
  );
}
