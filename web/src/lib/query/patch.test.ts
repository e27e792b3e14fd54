import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import type { Task } from "../api/contract";
import { keys } from "./keys";
import { findTask, mapTasks, patchTasks, storeTasks } from "./patch";

const task = (id: string, version = 1, title = id) => ({ id, version, title }) as Task;

function cached(...tasks: Task[]): QueryClient {
  const client = new QueryClient();
  client.setQueryData(keys.tasks({ filter: "today" }), {
    pages: [{ tasks, next_cursor: null }],
    pageParams: [null],
  });
  return client;
}

const titles = (client: QueryClient) =>
  client
    .getQueryData<{ pages: { tasks: Task[] }[] }>(keys.tasks({ filter: "today" }))
    ?.pages.flatMap((page) => page.tasks.map((one) => one.title));

test("a newer version takes the place of the cached one", () => {
  const client = cached(task("a"), task("b"));
  storeTasks(client, [task("a", 2, "changed")]);
  expect(titles(client)).toEqual(["changed", "b"]);
});

test("an older version never overwrites a newer one", () => {
  const client = cached(task("a", 5, "new"));
  storeTasks(client, [task("a", 4, "old")]);
  expect(titles(client)).toEqual(["new"]);
});

test("a removed task leaves every list", () => {
  const client = cached(task("a"), task("b"));
  patchTasks(client, (one) => (one.id === "a" ? null : one));
  expect(titles(client)).toEqual(["b"]);
  expect(findTask(client, "a")).toBeNull();
  expect(findTask(client, "b")?.id).toBe("b");
});

test("a page in which nothing changed stays the same object", () => {
  const page = { tasks: [task("a")] };
  expect(mapTasks(page, (one) => one)).toBe(page);
});
