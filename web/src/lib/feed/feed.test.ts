import { expect, test } from "vitest";
import type { SyncPage } from "../api/contract";
import { planOf } from "./applier";
import { revisionOf } from "./revision";

const page = (part: Partial<SyncPage>): SyncPage => ({
  rev: 9,
  full: false,
  tasks: [],
  removed: [],
  directory_changed: false,
  next_after: "9",
  more: false,
  ...part,
});

test("a page without changes does nothing", () => {
  expect(planOf(page({}))).toBe("nothing");
});

test("a removed task is reason enough to patch", () => {
  expect(planOf(page({ removed: ["a"] }))).toBe("patch");
  expect(planOf(page({ directory_changed: true }))).toBe("patch");
});

test("a gap that is too wide starts over", () => {
  expect(planOf(page({ full: true }))).toBe("start over");
});

test("the revision is read from the end of an event id", () => {
  expect(revisionOf("0198c0de-1:42")).toBe(42);
  expect(revisionOf("42")).toBe(42);
  expect(revisionOf("space:")).toBeNull();
  expect(revisionOf("")).toBeNull();
});
