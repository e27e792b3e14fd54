// Moving a line of the sidebar among its kind: by dragging, by keys, by its menu.

import { type RefObject, useRef, useState } from "react";
import { useDrag } from "react-aria-components/useDrag";
import { useDrop } from "react-aria-components/useDrop";
import type { Task } from "@/lib/api/contract";
import type { Ordered, Side } from "@/lib/commands/reorder";
import { taskDragType, tasksOf } from "@/ui/task/use-task-drag";
import { focusedEntry, type Order, putBeside } from "./order";

/** What lies over the line while something is dragged: tasks, or another line that would go to one side. */
type Over = "tasks" | Side | null;

const dragType = (kind: Ordered) => `application/x-saydo-${kind}`;

export function useEntryOrder(
  ref: RefObject<HTMLAnchorElement | null>,
  label: string,
  order: Order | undefined,
  onDropTasks: ((tasks: Task[]) => void) | undefined,
) {
  const type = order ? dragType(order.kind) : "";
  const carries = useRef<"tasks" | "entry">("tasks");
  const [side, setSide] = useState<Side>("after");
  const { dragProps, isDragging } = useDrag({
    isDisabled: !order,
    // Enter follows the link; without a pointer, lines are moved by keys and by their menu.
    hasDragButton: true,
    getAllowedDropOperations: () => ["move"],
    getItems: () => [{ [type]: order?.id ?? "", "text/plain": label }],
  });
  const sideAt = (y: number) =>
    setSide(y < (ref.current?.offsetHeight ?? 0) / 2 ? "before" : "after");
  const { dropProps, isDropTarget } = useDrop({
    ref,
    isDisabled: !onDropTasks && !order,
    getDropOperation: (types) => {
      carries.current = types.has(taskDragType) ? "tasks" : "entry";
      const isWelcome = carries.current === "tasks" ? onDropTasks : order && types.has(type);
      return isWelcome ? "move" : "cancel";
    },
    onDropEnter: (event) => sideAt(event.y),
    onDropMove: (event) => sideAt(event.y),
    onDrop: async (event) => {
      if (carries.current === "tasks") return onDropTasks?.(await tasksOf(event.items));
      const [item] = event.items;
      if (!order || item?.kind !== "text") return;
      await putBeside(order.kind, await item.getText(type), order.id, side);
    },
  });
  const over: Over = !isDropTarget ? null : carries.current === "tasks" ? "tasks" : side;

  const focusProps = order && {
    onFocus: () => focusedEntry.set(order),
    onBlur: () => focusedEntry.set(null),
    "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown",
  };
  return {
    over,
    isDragging,
    linkProps: {
      ...(order ? dragProps : {}),
      ...(onDropTasks || order ? dropProps : {}),
      ...focusProps,
    },
  };
}
