import { expect, test } from "vitest";
import type { Change, HistoryEvent } from "@/lib/api/contract";
import { loadCatalogue } from "@/lib/i18n/i18n";
import { changeDiffs } from "./field-diffs";

loadCatalogue();

type Fields = Record<string, unknown>;

const names = { p1: "Inbox", p2: "Home", s1: "Roof", t1: "shop", t2: "soon", a: "milk", u: "Ada" };

const event = (before: Fields, after: Fields, type = "task.updated"): HistoryEvent => ({
  rev: 1,
  type,
  subject_id: "x",
  title: "x",
  before,
  after,
});

const change = (command: string, ...events: HistoryEvent[]) => ({ command, events }) as Change;

/** `Field: before → after`, one for each line that is shown. */
function lines(command: string, ...events: HistoryEvent[]): string[] {
  return changeDiffs(change(command, ...events), names).map(
    ({ label, before, after }) =>
      `${label}: ${before === null ? "" : `${before || "-"} → `}${after || "-"}`,
  );
}

const day = (date: string) => ({ kind: "day", date });
const zoned = { kind: "zoned", date: "2031-12-02", time: "09:00", zone: "Asia/Tokyo" };
const series = (words: string, slot = "2031-01-01") => ({
  rule: { rrule: "FREQ=MONTHLY", mode: "schedule", words },
  anchor: "2031-01-01",
  slot,
  spent: 0,
  catch_up: "jump",
  original: null,
});
const before = (minutes: number, words: string) => ({
  id: "r",
  at: { kind: "relative", anchor: "due", minutes_before: minutes },
  snoozed_until: null,
  words,
});
const step = (id: string, title: string, done = false) => ({ id, title, done });

test.each<[Fields, Fields, string[]]>([
  [{ title: "milk" }, { title: "oat milk" }, ["Title: milk → oat milk"]],
  [{ notes: "" }, { notes: "two litres" }, ["Notes: - → two litres"]],
  [{ notes: "two litres" }, { notes: "three" }, ["Notes: rewritten"]],
  [{ status: "open" }, { status: "in_progress" }, ["Status: Open → In progress"]],
  [{ priority: "none" }, { priority: "urgent" }, ["Priority: No priority → Urgent"]],
  [{ due: null }, { due: day("2031-12-02") }, ["Due: - → Tue 2 Dec 2031"]],
  [
    { due: day("2031-12-01") },
    { due: zoned },
    ["Due: Mon 1 Dec 2031 → Tue 2 Dec 2031 09:00, Asia/Tokyo"],
  ],
  [{ series: null }, { series: series("every month") }, ["Repeats: - → every month"]],
  [{ series: series("every day") }, { series: null }, ["Repeats: every day → -"]],
  [{ series: series("every day") }, { series: series("every day", "2031-01-02") }, []],
  [{ deadline: null }, { deadline: "2031-12-02" }, ["Deadline: - → Tue 2 Dec 2031"]],
  [{ start: null }, { start: day("2031-12-02") }, ["Hidden until: - → Tue 2 Dec 2031"]],
  [{ duration_minutes: 30 }, { duration_minutes: 75 }, ["Takes: 30 min → 1 h 15 min"]],
  [{ duration_minutes: 30 }, { duration_minutes: null }, ["Takes: 30 min → -"]],
  [
    { reminders: [] },
    { reminders: [before(10, "10 minutes before"), before(0, "at the time")] },
    ["Reminders: - → 10 minutes before, at the time"],
  ],
  [{ project: "p1" }, { project: "p2" }, ["Project: Inbox → Home"]],
  [{ project: "p9" }, { project: "p2" }, ["Project: something that is gone → Home"]],
  [{ section: null }, { section: "s1" }, ["Section: - → Roof"]],
  [{ parent: null }, { parent: "a" }, ["Part of: - → milk"]],
  [{ tags: ["t1"] }, { tags: ["t1", "t2"] }, ["Tags: #shop → #shop, #soon"]],
  [{ assignees: [] }, { assignees: ["u"] }, ["Assigned to: - → Ada"]],
  [{ blocked_by: [] }, { blocked_by: ["a"] }, ["Blocked by: - → milk"]],
  [{ relates_to: ["a"] }, { relates_to: [] }, ["Relates to: milk → -"]],
  [{ duplicates: [] }, { duplicates: ["a"] }, ["Duplicate of: - → milk"]],
  [
    { checklist: [step("1", "eggs"), step("2", "flour"), step("3", "salt")] },
    { checklist: [step("1", "eggs", true), step("2", "rye"), step("4", "yeast")] },
    ["Checklist: “eggs” ticked, “flour” is now “rye”, “yeast” added, “salt” removed"],
  ],
  [
    { checklist: [step("1", "eggs", true), step("2", "salt")] },
    { checklist: [step("2", "salt"), step("1", "eggs", true)] },
    ["Checklist: in another order"],
  ],
  [{ position: "a0" }, { position: "a1" }, ["Order: moved in its list"]],
  [{ position: "a0", project: "p1" }, { position: "a1", project: "p2" }, ["Project: Inbox → Home"]],
  [{ deleted_at: null }, { deleted_at: "2031-01-01T00:00:00Z" }, ["Now: in the trash"]],
  [{ deleted_at: "2031-01-01T00:00:00Z" }, { deleted_at: null }, ["Now: back from the trash"]],
  [
    { version: 1, updated_at: "x", unheard_of: 1 },
    { version: 2, updated_at: "y", unheard_of: 2 },
    [],
  ],
])("a task that was %j and is %j", (was, is, expected) => {
  expect(lines("undo", event(was, is))).toEqual(expected);
});

test("a snoozed reminder says when it sounds again", () => {
  const snoozed = { ...before(0, "at the time"), snoozed_until: "2031-12-02T09:00:00Z" };
  const [line] = lines(
    "snooze_reminders",
    event({ reminders: [before(0, "at the time")] }, { reminders: [snoozed] }),
  );
  expect(line).toMatch(/^Reminders: at the time → again Tue 2 Dec/);
});

test.each<[string, Fields, Fields, string[]]>([
  ["project.updated", { name: "a" }, { name: "b" }, ["Name: a → b"]],
  ["project.updated", { archived: false }, { archived: true }, ["Archived: no → yes"]],
  ["project.updated", { position: "a" }, { position: "b" }, ["Order: moved in its list"]],
  ["project.updated", { layout: "list" }, { layout: "board" }, ["Shown as: list → board"]],
  ["section.deleted", { deleted_at: null }, { deleted_at: "x" }, ["Now: deleted"]],
  ["tag.restored", { deleted_at: "x" }, { deleted_at: null }, ["Now: back again"]],
  ["tag.updated", { colour: null }, { colour: "#aabbcc" }, ["Colour: - → #aabbcc"]],
  ["view.updated", { filter: "today" }, { filter: "p1" }, ["Filter: today → p1"]],
  [
    "settings.updated",
    { locale: "en" },
    { locale: "de-AT" },
    ["Sentences are read in: English → Austrian German"],
  ],
  [
    "settings.updated",
    { week_start: "monday" },
    { week_start: "sunday" },
    ["The week begins on: Monday → Sunday"],
  ],
  [
    "settings.updated",
    { default_reminders: [0] },
    { default_reminders: [0, 10] },
    ["New tasks with a date remind: when it is due → when it is due, 10 minutes before"],
  ],
])("%s from %j to %j", (type, was, is, expected) => {
  expect(lines("undo", event(was, is, type))).toEqual(expected);
});

test("what the sentence above has said is not said again", () => {
  const done = event({ status: "open" }, { status: "done" }, "task.completed");
  expect(lines("complete_tasks", done)).toEqual([]);
  expect(lines("undo", done)).toEqual(["Status: Open → Done"]);
  const gone = event({ deleted_at: null }, { deleted_at: "x" }, "task.deleted");
  expect(lines("delete_tasks", gone)).toEqual([]);
});

test("of what is new, nothing is compared", () => {
  expect(
    lines("add_tasks", event({}, { title: "milk", priority: "high" }, "task.created")),
  ).toEqual([]);
});

test("what several tasks have in common is said once", () => {
  const raised = (from: string) => event({ priority: from }, { priority: "high" });
  expect(lines("update_tasks", raised("low"), raised("low"))).toEqual(["Priority: Low → High"]);
  expect(lines("update_tasks", raised("low"), raised("none"))).toEqual(["Priority: High"]);
});
