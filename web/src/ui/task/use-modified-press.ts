// Selecting with a modifier: one more with Ctrl or ⌘, a range with Shift.

import type { MouseEvent, PointerEvent } from "react";
import type { Task } from "@/lib/api/contract";
import { focusedTask, selectAmong, selection, toggleSelected } from "@/lib/selection/selection";

function pressedTask(event: MouseEvent, tasks: readonly Task[]): Task | undefined {
  const { target } = event;
  if (!(target instanceof Element) || target.closest("button, a")) return undefined;
  const key = target.closest("[data-key]")?.getAttribute("data-key");
  return tasks.find((task) => task.id === key);
}

function selectRange(tasks: readonly Task[], to: Task): void {
  const from = focusedTask.get() ?? to;
  const [first = 0, last = 0] = [from, to]
    .map((task) => tasks.findIndex((one) => one.id === task.id))
    .map((index) => Math.max(0, index))
    .sort((a, b) => a - b);
  const already = tasks.filter((task) => selection.get().has(task.id));
  const range = [...already, ...tasks.slice(first, last + 1)];
  selectAmong(tasks, new Set(range.map((task) => task.id)));
}

/** Handlers for the element around a list; they come before the rows' own. */
export function useModifiedPress(tasks: readonly Task[]) {
  const isModified = (event: MouseEvent) => event.ctrlKey || event.metaKey || event.shiftKey;
  return {
    onPointerDownCapture: (event: PointerEvent) => {
      const task = isModified(event) ? pressedTask(event, tasks) : undefined;
      if (!task) return;
      event.stopPropagation();
      event.preventDefault();
      if (event.shiftKey) selectRange(tasks, task);
      else toggleSelected(task);
      focusedTask.set(task);
    },
    onClickCapture: (event: MouseEvent) => {
      if (!isModified(event) || !pressedTask(event, tasks)) return;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
