// The tasks that this task is made of.

import { t } from "@lingui/core/macro";
import type { Task } from "@/lib/api/contract";
import { addWords } from "@/lib/commands/add-words";
import { useTaskList } from "@/lib/query/use-task-list";
import { TaskList } from "@/ui/task/task-list";
import { AddLine } from "./add-line";

export function Subtasks({ task }: { task: Task }) {
  const list = useTaskList({ parent_id: task.id, status: "all" });
  return (
    <section aria-label={t`Subtasks`} className="flex flex-col">
      <h2 className="pb-1 text-small font-medium text-text-3">{t`Subtasks`}</h2>
      {list.tasks.length > 0 && (
        <div className="-ms-2">
          <TaskList
            label={t`Subtasks of ${task.title}`}
            tasks={list.tasks}
            showProject={false}
            leavesWhenDone={false}
          />
        </div>
      )}
      <AddLine
        label={t`Add a subtask`}
        onAdd={async (titles) => {
          const refused: string[] = [];
          for (const title of titles) {
            if (!(await addWords(title, { parent_id: task.id }))) refused.push(title);
          }
          return refused;
        }}
      />
    </section>
  );
}
