// What a change did, in a sentence.

import { plural, t } from "@lingui/core/macro";
import type { Change } from "@/lib/api/contract";
import { formatLocale } from "@/lib/i18n/i18n";

/** The most names that one sentence has. */
const named = 3;
const list = new Intl.ListFormat(formatLocale, { type: "conjunction" });

/** Deleting a tag changes tasks too: the sentence names what the command is about. */
function subjectsOf({ command, events }: Change): string {
  const subject = `${command.split("_").at(-1)?.replace(/s$/, "")}.`;
  const about = events.filter((event) => event.type.startsWith(subject));
  const titles = (about.length > 0 ? about : events).map((event) => event.title ?? "");
  const all = [...new Set(titles.filter(Boolean))];
  const more = all.length - named;
  if (more > 0) all.splice(named, more, plural(more, { one: "# more", other: "# more" }));
  return list.format(all);
}

/** What happened; the server's own words for what this app does not know. */
export function changeWords(change: Change): string {
  const what = subjectsOf(change);
  switch (change.command) {
    case "add_tasks":
      return t`Added ${what}`;
    case "update_tasks":
      return t`Changed ${what}`;
    case "reschedule_tasks":
      return t`Rescheduled ${what}`;
    case "complete_tasks":
      return change.events.some((event) => event.type === "task.skipped")
        ? t`Skipped ${what}`
        : t`Completed ${what}`;
    case "reopen_tasks":
      return t`Reopened ${what}`;
    case "delete_tasks":
      return t`Deleted ${what}`;
    case "restore_tasks":
      return t`Restored ${what}`;
    case "purge_tasks":
      return t`Deleted ${what} for good`;
    case "duplicate_tasks":
      return t`Duplicated ${what}`;
    case "snooze_reminders":
      return t`Snoozed ${what}`;
    case "fire_reminders":
      return t`Reminded of ${what}`;
    case "add_project":
      return t`Added the project ${what}`;
    case "update_project":
      return t`Changed the project ${what}`;
    case "delete_project":
      return t`Deleted the project ${what}`;
    case "add_section":
      return t`Added the section ${what}`;
    case "update_section":
      return t`Changed the section ${what}`;
    case "delete_section":
      return t`Deleted the section ${what}`;
    case "add_tag":
      return t`Added the tag ${what}`;
    case "update_tag":
      return t`Changed the tag ${what}`;
    case "delete_tag":
      return t`Deleted the tag ${what}`;
    case "add_view":
      return t`Saved the filter ${what}`;
    case "update_view":
      return t`Changed the filter ${what}`;
    case "delete_view":
      return t`Deleted the filter ${what}`;
    case "update_settings":
      return t`Changed the settings`;
    case "undo":
      return what ? t`Undid a change of ${what}` : t`Undid a change`;
    default:
      return change.words;
  }
}
