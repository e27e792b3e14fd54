// Asks where tasks go.

import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import type { Task } from "@/lib/api/contract";
import { move } from "@/lib/commands/task-commands";
import { useOverview } from "@/lib/query/use-overview";
import { clearSelection } from "@/lib/selection/selection";
import { PickDialog } from "@/ui/pick-dialog";

interface Props {
  tasks: Task[];
  onClose: () => void;
}

export function MoveDialog({ tasks, onClose }: Props) {
  const { data } = useOverview();
  const [words, setWords] = useState("");
  const into = (to: { project_id: string; section_id?: string | null }) => {
    clearSelection();
    void move(tasks, to, "last");
  };
  const picks = (data?.projects ?? [])
    .filter((project) => !project.archived)
    .flatMap((project) => [
      {
        id: project.id,
        label: project.name,
        run: () => into({ project_id: project.id, section_id: null }),
      },
      ...(data?.sections ?? [])
        .filter((section) => section.project_id === project.id)
        .map((section) => ({
          id: section.id,
          label: section.name,
          hint: project.name,
          run: () => into({ project_id: project.id, section_id: section.id }),
        })),
    ]);
  return (
    <PickDialog
      label={
        tasks.length === 1
          ? t`Move to`
          : plural(tasks.length, { one: "Move # task to", other: "Move # tasks to" })
      }
      picks={picks}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  );
}
