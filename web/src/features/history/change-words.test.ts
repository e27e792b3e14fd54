import { expect, test } from "vitest";
import type { Change, HistoryEvent } from "@/lib/api/contract";
import { loadCatalogue } from "@/lib/i18n/i18n";
import { changeWords } from "./change-words";

loadCatalogue();

const event = (type: string, title: string | null): HistoryEvent => ({
  rev: 1,
  type,
  subject_id: "s",
  title,
  before: {},
  after: {},
});

const change = (command: string, ...events: HistoryEvent[]) =>
  ({ command, events, words: "what the server says" }) as Change;

const task = (verb: string, title = "milk") => event(`task.${verb}`, title);

test.each<[string, HistoryEvent[], string]>([
  ["add_tasks", [task("created")], "Added milk"],
  ["add_tasks", [event("tag.created", "shop"), task("created")], "Added milk"],
  ["update_tasks", [task("updated"), task("updated", "bread")], "Changed milk and bread"],
  ["reschedule_tasks", [task("rescheduled")], "Rescheduled milk"],
  ["complete_tasks", [task("completed")], "Completed milk"],
  ["complete_tasks", [task("skipped")], "Skipped milk"],
  ["reopen_tasks", [task("reopened")], "Reopened milk"],
  ["delete_tasks", [task("deleted")], "Deleted milk"],
  ["restore_tasks", [task("restored")], "Restored milk"],
  ["duplicate_tasks", [task("created")], "Duplicated milk"],
  ["snooze_reminders", [task("snoozed")], "Snoozed milk"],
  ["fire_reminders", [task("reminded")], "Reminded of milk"],
  ["add_project", [event("project.created", "Home")], "Added the project Home"],
  ["update_project", [event("project.updated", "Home")], "Changed the project Home"],
  [
    "delete_project",
    [task("deleted"), event("project.deleted", "Home")],
    "Deleted the project Home",
  ],
  ["add_section", [event("section.created", "Roof")], "Added the section Roof"],
  ["update_section", [event("section.updated", "Roof")], "Changed the section Roof"],
  [
    "delete_section",
    [task("updated"), event("section.deleted", "Roof")],
    "Deleted the section Roof",
  ],
  ["add_tag", [event("tag.created", "shop")], "Added the tag shop"],
  ["update_tag", [event("tag.updated", "shop")], "Changed the tag shop"],
  ["delete_tag", [task("updated"), event("tag.deleted", "shop")], "Deleted the tag shop"],
  ["add_view", [event("view.created", "Late")], "Saved the filter Late"],
  ["update_view", [event("view.updated", "Late")], "Changed the filter Late"],
  ["delete_view", [event("view.deleted", "Late")], "Deleted the filter Late"],
  ["update_settings", [event("settings.updated", null)], "Changed the settings"],
  ["undo", [task("restored")], "Undid a change of milk"],
  ["undo", [event("settings.updated", null)], "Undid a change"],
  ["something_newer", [task("updated")], "what the server says"],
])("%s is said as a sentence", (command, events, words) => {
  expect(changeWords(change(command, ...events))).toBe(words);
});

test("of many tasks a few are named and the rest counted", () => {
  const events = ["a", "b", "b", "c", "d", "e"].map((title) => task("completed", title));
  expect(changeWords(change("complete_tasks", ...events))).toBe("Completed a, b, c and 2 more");
});
