// How much it matters, where it stands and where it lives.

import { t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { move, setStatus, update } from "@/lib/commands/task-commands";
import { useOverview } from "@/lib/query/use-overview";
import { Select } from "@/ui/select";
import { PriorityMark, priorities, priorityName } from "@/ui/task/priority-mark";
import { statuses, statusName } from "@/ui/task/status-name";
import { FieldRow } from "./field-row";
import { TagsField } from "./tags-field";

const noSection = "none";

export function PlaceFields({ task }: { task: Task }) {
  const { data } = useOverview();
  const projects = data?.projects.filter((project) => !project.archived) ?? [];
  const sections = data?.sections.filter((section) => section.project_id === task.project_id) ?? [];
  return (
    <div className="flex flex-col">
      <FieldRow label={t`Priority`}>
        <Select
          label={t`Priority`}
          hideLabel
          look="bare"
          value={task.priority}
          choices={priorities.map((id) => ({
            id,
            label: priorityName(id),
            mark: <PriorityMark priority={id} isNamed />,
          }))}
          onChange={(priority) => void update(task, { priority })}
        />
      </FieldRow>
      <FieldRow label={t`Status`}>
        <Select
          label={t`Status`}
          hideLabel
          look="bare"
          value={task.status}
          choices={statuses.map((id) => ({ id, label: statusName(id) }))}
          onChange={(status) => void setStatus(task, status)}
        />
      </FieldRow>
      <FieldRow label={t`Project`}>
        <Select
          label={t`Project`}
          hideLabel
          look="bare"
          value={task.project_id}
          choices={projects.map((project) => ({ id: project.id, label: project.name }))}
          onChange={(project_id) => void move([task], { project_id }, "last")}
        />
      </FieldRow>
      {sections.length > 0 && (
        <FieldRow label={t`Section`}>
          <Select
            label={t`Section`}
            hideLabel
            look="bare"
            value={task.section_id ?? noSection}
            choices={[
              { id: noSection, label: t`No section` },
              ...sections.map((section) => ({ id: section.id, label: section.name })),
            ]}
            onChange={(id) =>
              void move([task], { section_id: id === noSection ? null : id }, "last")
            }
          />
        </FieldRow>
      )}
      <FieldRow label={t`Tags`}>
        <TagsField task={task} />
      </FieldRow>
    </div>
  );
}
