// The task panel with the task's history.

import { TaskHistory } from "@/features/history/task-history";
import { TaskPanel } from "@/features/task-panel/task-panel";

export function TaskSide({ number }: { number: string }) {
  return <TaskPanel number={number} history={(task) => <TaskHistory taskId={task.id} />} />;
}
