// Writes tasks that changed into every cached list that shows them.

import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Task, TaskPage } from "../api/contract";
import { keys } from "./keys";
import { isUnderWay } from "./turns";

export type TaskList = InfiniteData<TaskPage, string | null>;

/** Replaces tasks of a page by `change`; answers the same object when nothing in it changed. */
export function mapTasks<T extends { tasks: Task[] }>(
  page: T,
  change: (task: Task) => Task | null,
): T {
  let touched = false;
  const tasks: Task[] = [];
  for (const task of page.tasks) {
    const next = change(task);
    if (next !== task) touched = true;
    if (next !== null) tasks.push(next);
  }
  return touched ? { ...page, tasks } : page;
}

/** Applies `change` to every cached task; `null` takes it out of its lists. */
export function patchTasks(client: QueryClient, change: (task: Task) => Task | null): void {
  client.setQueriesData<TaskList>({ queryKey: keys.taskLists }, (list) => {
    if (!list) return list;
    const pages = list.pages.map((page) => mapTasks(page, change));
    return pages.some((page, index) => page !== list.pages[index]) ? { ...list, pages } : list;
  });
  client.setQueriesData<{ tasks: Task[] }>({ queryKey: keys.searches }, (found) =>
    found ? mapTasks(found, change) : found,
  );
  client.setQueriesData<Task>({ queryKey: keys.allTask }, (task) =>
    task ? (change(task) ?? task) : task,
  );
}

/** Puts newer versions of tasks in place of the cached ones; not while changes of them are on their way, and shown. */
export function storeTasks(client: QueryClient, tasks: readonly Task[]): void {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  for (const id of byId.keys()) if (isUnderWay(id)) byId.delete(id);
  if (byId.size === 0) return;
  patchTasks(client, (task) => {
    const newer = byId.get(task.id);
    return newer && newer.version >= task.version ? newer : task;
  });
}

/** A task by id out of whatever is cached. */
export function findTask(client: QueryClient, id: string): Task | null {
  for (const [, list] of client.getQueriesData<TaskList>({ queryKey: keys.taskLists })) {
    for (const page of list?.pages ?? []) {
      const task = page.tasks.find((one) => one.id === id);
      if (task) return task;
    }
  }
  for (const [, found] of client.getQueriesData<{ tasks: Task[] }>({ queryKey: keys.searches })) {
    const task = found?.tasks.find((one) => one.id === id);
    if (task) return task;
  }
  for (const [, task] of client.getQueriesData<Task>({ queryKey: keys.allTask })) {
    if (task?.id === id) return task;
  }
  return null;
}
