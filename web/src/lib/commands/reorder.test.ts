import { expect, test } from "vitest";
import type { Project, Section } from "../api/contract";
import { moved, neighbour } from "./reorder";

const all = ["a", "b", "c", "d"].map((id) => ({ id }));
const ids = (...args: Parameters<typeof moved>) =>
  moved(...args)
    .map((one) => one.id)
    .join("");

test("an entry is put before or after another one, wherever it was", () => {
  expect(ids(all, "a", "c", "after")).toBe("bcad");
  expect(ids(all, "a", "c", "before")).toBe("bacd");
  expect(ids(all, "d", "a", "before")).toBe("dabc");
  expect(ids(all, "d", "a", "after")).toBe("adbc");
});

test("beside itself, or beside what is not there, it stays", () => {
  expect(ids(all, "b", "b", "after")).toBe("abcd");
  expect(ids(all, "b", "x", "after")).toBe("abcd");
  expect(ids(all, "x", "b", "after")).toBe("abcd");
});

test("an entry moves among those with which it is shown", () => {
  const project = (id: string, kind: "regular" | "inbox", archived: boolean) =>
    ({ id, kind, archived }) as Project;
  const overview = {
    projects: [
      project("inbox", "inbox", false),
      project("garden", "regular", false),
      project("old", "regular", true),
      project("work", "regular", false),
    ],
    sections: [
      { id: "spring", project_id: "garden" },
      { id: "offers", project_id: "work" },
      { id: "summer", project_id: "garden" },
    ] as Section[],
    views: [],
  };
  expect(neighbour(overview, "projects", "garden", "after")).toBe("work");
  expect(neighbour(overview, "projects", "garden", "before")).toBeUndefined();
  expect(neighbour(overview, "projects", "old", "after")).toBeUndefined();
  expect(neighbour(overview, "sections", "summer", "before")).toBe("spring");
  expect(neighbour(overview, "sections", "offers", "after")).toBeUndefined();
  expect(neighbour(overview, "views", "gone", "after")).toBeUndefined();
});
