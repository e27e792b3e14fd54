// Puts a tag on tasks.

import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { Task } from "@/lib/api/contract";
import { changeMany } from "@/lib/commands/bulk-commands";
import { update } from "@/lib/commands/task-commands";
import { useOverview } from "@/lib/query/use-overview";
import { clearSelection } from "@/lib/selection/selection";
import { PickDialog } from "@/ui/pick-dialog";

interface Props {
  tasks: Task[];
  onClose: () => void;
}

export function TagsDialog({ tasks, onClose }: Props) {
  const known = useOverview().data?.tags ?? [];
  const [words, setWords] = useState("");
  const put = (name: string) => {
    clearSelection();
    const [only] = tasks;
    if (tasks.length > 1) void changeMany(tasks, { kind: "update", fields: { add_tags: [name] } });
    else if (only) void update(only, { add_tags: [name] }, false);
  };
  return (
    <PickDialog
      label={t`Add a tag`}
      picks={known.map((tag) => ({ id: tag.id, label: `#${tag.name}`, run: () => put(tag.name) }))}
      free={(said) => {
        const name = said.replace(/^#/, "");
        const exists = known.some((tag) => tag.name.toLowerCase() === name.toLowerCase());
        return name === "" || exists
          ? []
          : [{ id: "new", label: `#${name}`, hint: t`new`, run: () => put(name) }];
      }}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  );
}
