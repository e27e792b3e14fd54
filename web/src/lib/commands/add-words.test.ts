import { expect, test } from "vitest";
import type { Task } from "../api/contract";
import { inputOf } from "./add-words";

const draft = (part: Partial<Task>): Task =>
  ({
    title: "x",
    notes: "",
    priority: "none",
    project: "Inbox",
    section: null,
    tags: [],
    due: null,
    start: null,
    deadline: null,
    duration_minutes: null,
    rule: null,
    reminders: [],
    checklist: [],
    source_text: null,
    ...part,
  }) as Task;

test("what the words say goes before where the user is", () => {
  const input = inputOf(draft({ title: "call mum", project: "family", tags: ["phone"] }), {
    project_id: "p",
    section_id: "s",
    tags: ["today"],
    due: "today",
  });
  expect(input).toEqual({
    title: "call mum",
    project: "family",
    tags: ["phone", "today"],
    due: "today",
  });
});

test("a date that was said is never replaced by the page's date", () => {
  const due = { kind: "day", date: "2026-12-01", time: null, zone: null } as const;
  expect(inputOf(draft({ due }), { due: "today" }).due).toEqual(due);
});

test("a section comes with its project", () => {
  expect(inputOf(draft({}), { project_id: "p", section_id: "s" })).toEqual({
    title: "x",
    project_id: "p",
    section_id: "s",
  });
});

test("reminders and rules are sent as the server takes them", () => {
  const input = inputOf(
    draft({
      rule: {
        rrule: "FREQ=DAILY",
        mode: "completion",
        overflow: "clamp",
        words: "every day",
        catch_up: "jump",
      },
      reminders: [
        {
          id: "r",
          kind: "relative",
          anchor: "due",
          minutes_before: 10,
          at: null,
          next_at: null,
          snoozed_until: null,
          words: "10 minutes before",
        },
      ],
    }),
    {},
  );
  expect(input.rule).toEqual({
    rrule: "FREQ=DAILY",
    mode: "completion",
    overflow: "clamp",
    catch_up: "jump",
  });
  expect(input.reminders).toEqual([{ minutes_before: 10, anchor: "due" }]);
});
