// Dragging tasks within a list, between lists, and onto what else takes tasks.

import { useDragAndDrop } from "react-aria-components/useDragAndDrop";
import type { Task } from "@/lib/api/contract";
import { move } from "@/lib/commands/task-commands";
import { queryClient } from "@/lib/query/client";
import { findTask } from "@/lib/query/patch";

export const taskDragType = "application/x-saydo-task";

/** Where the tasks of a list live, which is what dropping into it means. */
export interface ListHome {
  project_id: string;
  section_id: string | null;
}

interface DroppedItem {
  kind: string;
  getText?: (type: string) => Promise<string>;
}

/** The tasks that were dropped, as far as this tab knows them. */
export async function tasksOf(items: readonly DroppedItem[]): Promise<Task[]> {
  const ids = await Promise.all(items.map((item) => item.getText?.(taskDragType) ?? ""));
  return ids.map((id) => findTask(queryClient, id)).filter((task) => task !== null);
}

export function useTaskDrag(tasks: readonly Task[], home: ListHome | undefined) {
  const placeAt = (key: string, position: "before" | "after" | "on") =>
    position === "before" ? { before: key } : { after: key };
  return useDragAndDrop({
    getItems: (keys) =>
      [...keys].map((key) => ({
        [taskDragType]: String(key),
        "text/plain": tasks.find((task) => task.id === key)?.title ?? "",
      })),
    acceptedDragTypes: home ? [taskDragType] : [],
    getDropOperation: () => "move",
    onReorder: home
      ? (event) => {
          const moved = tasks.filter((task) => event.keys.has(task.id));
          void move(moved, {}, placeAt(String(event.target.key), event.target.dropPosition));
        }
      : undefined,
    onInsert: home
      ? async (event) => {
          const place = placeAt(String(event.target.key), event.target.dropPosition);
          void move(await tasksOf(event.items), home, place);
        }
      : undefined,
    onRootDrop: home
      ? async (event) => void move(await tasksOf(event.items), home, "last")
      : undefined,
  });
}
