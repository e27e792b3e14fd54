// Keeps the actions on what has the focus up to date, apart from the rest, for the focus moves often.

import { useEntryActions } from "./use-entry-actions";
import { useTaskActions } from "./use-task-actions";

export function FocusActions() {
  useTaskActions();
  useEntryActions();
  return null;
}
