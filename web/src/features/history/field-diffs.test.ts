import { expect, test } from "vitest";
import type { HistoryEvent } from "@/lib/api/contract";
import { diffsOf, valueWords } from "./field-diffs";

const event = (before: Record<string, unknown>, after: Record<string, unknown>): HistoryEvent => ({
  rev: 1,
  type: "task.updated",
  subject_id: "t",
  title: "x",
  before,
  after,
});

test("only fields that differ and speak to people are shown", () => {
  const diffs = diffsOf(
    event(
      { title: "a", version: 1, priority: "low", project: "0198c0de-0000-7000-8000-000000000000" },
      { title: "a", version: 2, priority: "high", project: "0198c0de-0000-7000-8000-000000000001" },
    ),
  );
  expect(diffs).toEqual([{ field: "priority", before: "low", after: "high" }]);
});

test("a creation has no before to compare with", () => {
  expect(diffsOf(event({}, { title: "a" }))).toEqual([]);
});

test("dates are said as people say them", () => {
  expect(valueWords({ kind: "floating", date: "2031-12-02", time: "09:00" })).toBe(
    "Tue 2 Dec 2031 09:00",
  );
  expect(valueWords(null)).toBe("");
});
