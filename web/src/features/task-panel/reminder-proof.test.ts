import { expect, test } from "vitest";
import type { Notification, Reminder, Task } from "@/lib/api/contract";
import { latestTold, proofOf } from "./reminder-proof";

const reminder = (fields: Partial<Reminder>) =>
  ({ kind: "relative", anchor: "due", next_at: null, ...fields }) as Reminder;
const task = (fields: Partial<Task>) =>
  ({ id: "a", status: "open", due: null, start: null, reminders: [], ...fields }) as Task;
const due = { kind: "floating", date: "2026-11-20", time: "17:00", zone: null } as Task["due"];

test("the earliest of several reminders comes next", () => {
  const reminders = ["2026-11-20T16:00:00Z", "2026-11-20T08:00:00Z", null].map((next_at) =>
    reminder({ next_at }),
  );
  expect(proofOf(task({ due, reminders }))).toEqual({ kind: "next", at: "2026-11-20T08:00:00Z" });
});

test("a time without a reminder passes in silence", () => {
  expect(proofOf(task({ due }))).toEqual({ kind: "silent", time: "17:00" });
  expect(proofOf(task({}))).toEqual({ kind: "none" });
});

test("reminders that are over are told from those that lack a date", () => {
  expect(proofOf(task({ due, reminders: [reminder({})] }))).toEqual({ kind: "over" });
  expect(proofOf(task({ reminders: [reminder({})] }))).toEqual({ kind: "undated" });
});

test("a reminder that waits for its date is told, also beside one whose time is past", () => {
  const reminders = [reminder({ kind: "absolute", anchor: null }), reminder({})];
  expect(proofOf(task({ reminders }))).toEqual({ kind: "undated" });
  expect(proofOf(task({ due, reminders }))).toEqual({ kind: "over" });
});

test("a task that is done, or in the trash, reminds of nothing", () => {
  const reminders = [reminder({ next_at: "2026-11-20T08:00:00Z" })];
  expect(proofOf(task({ reminders, status: "done" }))).toEqual({ kind: "none" });
  expect(proofOf(task({ reminders, deleted_at: "2026-11-19T08:00:00Z" }))).toEqual({
    kind: "none",
  });
});

test("what was told last is the newest that has been sent for this task", () => {
  const shown = [
    { id: "1", task: { id: "b" }, sent_at: "2026-11-20T08:00:00Z" },
    { id: "2", task: { id: "a" }, sent_at: null },
    { id: "3", task: { id: "a" }, sent_at: "2026-11-19T08:00:00Z" },
  ] as Notification[];
  expect(latestTold(task({}), shown)?.id).toBe("3");
  expect(latestTold(task({}), undefined)).toBeUndefined();
});
