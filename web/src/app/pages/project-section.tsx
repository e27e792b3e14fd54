// One section of a project.

import { t } from "@lingui/core/macro";
import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Order } from "@/features/navigation/order";
import { orderEntries } from "@/features/navigation/order-entries";
import type { Section, Task } from "@/lib/api/contract";
import { change, removeFrom } from "@/lib/commands/directory-commands";
import { Menu } from "@/ui/menu";
import { TaskList } from "@/ui/task/task-list";
import { TaskSection } from "@/ui/task/task-section";
import { NameDialog } from "../late/name-dialog";

interface Props {
  section: Section;
  order: Order | undefined;
  tasks: Task[];
}

export function ProjectSection({ section, order, tasks }: Props) {
  const [isRenaming, setRenaming] = useState(false);
  const tools = (
    <Menu
      label={t`More for ${section.name}`}
      entries={[
        { id: "rename", label: t`Rename`, icon: Pencil, run: () => setRenaming(true) },
        ...(order ? orderEntries(order) : []),
        {
          id: "delete",
          label: t`Delete, tasks stay`,
          icon: Trash2,
          isDanger: true,
          run: () => void removeFrom("sections", section.id, section.name),
        },
      ]}
    />
  );
  return (
    <TaskSection
      title={section.name}
      hint={tasks.length > 0 ? String(tasks.length) : undefined}
      tools={tools}
    >
      <TaskList
        label={section.name}
        tasks={tasks}
        home={{ project_id: section.project_id, section_id: section.id }}
        showProject={false}
        empty={<p className="px-2 py-2 text-small text-text-3">{t`Drag tasks here.`}</p>}
      />
      {isRenaming && (
        <NameDialog
          title={t`Rename the section`}
          label={t`Name`}
          initial={section.name}
          verb={t`Rename`}
          onClose={() => setRenaming(false)}
          onSave={(name) => void change("sections", section.id, { name })}
        />
      )}
    </TaskSection>
  );
}
