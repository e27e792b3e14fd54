import { expect, test } from "vitest";
import { inputOf } from "./add-words";

test("what the words say goes before where the user is", () => {
  const input = inputOf(
    { title: "call mum", project: "family", tags: ["phone"] },
    { project_id: "p", section_id: "s", tags: ["today"], due: "today" },
  );
  expect(input).toEqual({
    title: "call mum",
    project: "family",
    tags: ["phone", "today"],
    due: "today",
  });
});

test("a rule without a date is not given the page's date", () => {
  const input = inputOf(
    { title: "water", rule: { rrule: "FREQ=DAILY;INTERVAL=3" } },
    { due: "today" },
  );
  expect(input.due).toBeUndefined();
});

test("a section comes with its project", () => {
  expect(inputOf({ title: "x" }, { project_id: "p", section_id: "s" })).toEqual({
    title: "x",
    project_id: "p",
    section_id: "s",
  });
});
