// Which tasks are selected, across all lists of a page, and which one has the focus.

import type { Task } from "../api/contract";
import { createStore, useStore } from "../store";

export const selection = createStore<ReadonlyMap<string, Task>>(new Map());

export const focusedTask = createStore<Task | null>(null);

export const useSelection = () => useStore(selection);

export function clearSelection(): void {
  if (selection.get().size > 0) selection.set(new Map());
}

/** Makes `chosen` the selection among `shown`; what is selected elsewhere stays. */
export function selectAmong(shown: readonly Task[], chosen: ReadonlySet<string>): void {
  selection.set((current) => {
    const next = new Map(current);
    for (const task of shown) {
      if (chosen.has(task.id)) next.set(task.id, task);
      else next.delete(task.id);
    }
    return next;
  });
}

export function toggleSelected(task: Task): void {
  selection.set((current) => {
    const next = new Map(current);
    if (!next.delete(task.id)) next.set(task.id, task);
    return next;
  });
}

/** The tasks that a key applies to: the selected ones, else the one with the focus. */
export function targets(): Task[] {
  const chosen = [...selection.get().values()];
  if (chosen.length > 0) return chosen;
  const focused = focusedTask.get();
  return focused ? [focused] : [];
}
