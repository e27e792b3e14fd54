// Keeps the actions on tasks up to date, apart from the rest, for the focus moves often.

import { useTaskActions } from "./use-task-actions";

export function TaskActions() {
  useTaskActions();
  return null;
}
