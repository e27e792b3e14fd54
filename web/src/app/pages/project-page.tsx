// One project with its sections, in the user's own order.

import { t } from "@lingui/core/macro";
import { ListPlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { ordersOf } from "@/features/navigation/order";
import { projectEntries } from "@/features/navigation/project-entries";
import { QuickAdd } from "@/features/quick-add/quick-add";
import { focusAdd } from "@/lib/actions/focus-add";
import type { Project } from "@/lib/api/contract";
import { addTo, change, removeFrom } from "@/lib/commands/directory-commands";
import { useOverview } from "@/lib/query/use-overview";
import { useTaskList } from "@/lib/query/use-task-list";
import { go } from "@/lib/routes/routes";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { EmptyState } from "@/ui/empty-state";
import { Menu } from "@/ui/menu";
import { Page } from "@/ui/page";
import { LoadedList } from "@/ui/task/loaded-list";
import { NameDialog } from "../late/name-dialog";
import { ProjectSection } from "./project-section";

type Asked = "section" | "delete" | null;

export function ProjectPage({ project }: { project: Project }) {
  const [asked, setAsked] = useState<Asked>(null);
  const sections =
    useOverview().data?.sections.filter((section) => section.project_id === project.id) ?? [];
  const orders = ordersOf("sections", sections);
  const list = useTaskList({ project_id: project.id, sort: "position" });
  const loose = list.tasks.filter((task) => task.section_id === null);
  const tools = (
    <Menu
      label={t`More for ${project.name}`}
      entries={[
        { id: "section", label: t`Add a section`, icon: ListPlus, run: () => setAsked("section") },
        ...projectEntries(project),
        {
          id: "delete",
          label: t`Delete`,
          icon: Trash2,
          isDanger: true,
          run: () => setAsked("delete"),
        },
      ]}
    />
  );
  return (
    <Page title={project.name} tools={tools}>
      {project.archived && (
        <div className="flex items-center justify-between gap-3 rounded-row border border-line bg-surface-2 px-3 py-2">
          <p className="text-text-2">{t`This project is archived: kept, but out of the way.`}</p>
          <Button
            size="small"
            onPress={() => void change("projects", project.id, { archived: false })}
          >
            {t`Bring back`}
          </Button>
        </div>
      )}
      <QuickAdd
        placeholder={t`Plan the next step for monday`}
        defaults={{ project_id: project.id }}
      />
      <LoadedList
        label={project.name}
        list={{ ...list, tasks: loose }}
        home={{ project_id: project.id, section_id: null }}
        showProject={false}
        empty={
          list.tasks.length === 0 &&
          sections.length === 0 && (
            <EmptyState
              title={t`Nothing in this project yet.`}
              sentence={t`order seeds on saturday, takes 20 minutes`}
              onTry={focusAdd}
            />
          )
        }
      />
      {sections.map((section, index) => (
        <ProjectSection
          key={section.id}
          section={section}
          order={orders[index]}
          tasks={list.tasks.filter((task) => task.section_id === section.id)}
        />
      ))}
      {asked === "section" && (
        <NameDialog
          title={t`Add a section`}
          label={t`Name`}
          verb={t`Add`}
          onClose={() => setAsked(null)}
          onSave={(name) => void addTo("sections", { name, project_id: project.id })}
        />
      )}
      <ConfirmDialog
        title={t`Delete ${project.name}?`}
        isOpen={asked === "delete"}
        verb={t`Delete`}
        isDanger
        onClose={() => setAsked(null)}
        onConfirm={async () => {
          if (await removeFrom("projects", project.id, project.name)) go("/");
        }}
      >
        {t`Its sections and tasks go to the trash. Undo brings them back.`}
      </ConfirmDialog>
    </Page>
  );
}
