// Asks which other task this one has to do with: by words, or one of its neighbours.

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { RelationKind, Task } from "@/lib/api/contract";
import { searchTasks } from "@/lib/api/tasks";
import { relate } from "@/lib/commands/task-commands";
import { keys } from "@/lib/query/keys";
import { useTaskList } from "@/lib/query/use-task-list";
import { PickDialog } from "@/ui/pick-dialog";
import { relationName } from "./relation-words";

interface Props {
  task: Task;
  kind: RelationKind;
  /** Tasks that it relates to in this way already. */
  known: readonly string[];
  onClose: () => void;
}

export function RelateDialog({ task, kind, known, onClose }: Props) {
  const [words, setWords] = useState("");
  const asked = useDeferredValue(words.trim());
  const neighbours = useTaskList({ project_id: task.project_id, sort: "position" }, asked === "");
  const found = useQuery({
    queryKey: keys.search(asked),
    queryFn: ({ signal }) => searchTasks(asked, signal),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });
  // What was found for the words before is sifted until these are answered.
  const isAnswered = asked === words.trim() && !found.isPlaceholderData;
  const offered = asked === "" ? neighbours.tasks : (found.data?.tasks ?? []);
  return (
    <PickDialog
      label={`${relationName(kind)}…`}
      isSearched={isAnswered}
      picks={offered
        .filter((other) => other.id !== task.id && !known.includes(other.id))
        .map((other) => ({
          id: other.id,
          label: other.title,
          hint: `${other.project} #${other.number}`,
          run: () => void relate(task, { kind, task_id: other.id }),
        }))}
      words={words}
      onWords={setWords}
      onClose={onClose}
    />
  );
}
