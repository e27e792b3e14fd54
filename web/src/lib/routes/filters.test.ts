import { expect, test } from "vitest";
import { looksLikeFilter, tagFilter } from "./filters";

test("a name with spaces is put in quotes", () => {
  expect(tagFilter("errands")).toBe("#errands");
  expect(tagFilter("reading list")).toBe('#"reading list"');
  expect(tagFilter('so "called"')).toBe('#"so \\"called\\""');
});

test("a search that can only be a filter is taken as one", () => {
  for (const text of [
    "overdue",
    "#home",
    "today | overdue",
    "due < +7d",
    "status:waiting",
    "p1 & +work",
    "p1",
  ]) {
    expect(looksLikeFilter(text), text).toBe(true);
  }
  for (const text of ["milk", "call mum today", "today's plan", "p12"])
    expect(looksLikeFilter(text), text).toBe(false);
});
