// The fields of what changes, each with its name and the way in which its value is said.

import { plural, t } from "@lingui/core/macro";
import type { Priority, Status } from "@/lib/api/contract";
import { exactWords } from "@/lib/dates/due";
import { durationWords } from "@/lib/dates/duration";
import { slotWords } from "@/lib/dates/format";
import { momentWords, weekdayWords } from "@/lib/dates/when";
import { formatLocale } from "@/lib/i18n/i18n";
import { priorityName } from "@/ui/task/priority-mark";
import { statusName } from "@/ui/task/status-name";

/** Names of what fields mention by id. */
export type Names = Readonly<Record<string, string>>;

interface Field {
  label: string;
  /** A value as people read it; empty for nothing. */
  words: (value: unknown, names: Names) => string;
}

type Fields = Readonly<Record<string, Field>>;

export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

const nameOf = (value: unknown, names: Names) =>
  value ? (names[textOf(value)] ?? t`something that is gone`) : "";

const namesOf = (value: unknown, names: Names) =>
  listOf(value)
    .map((one) => nameOf(one, names))
    .join(", ");

const tagsOf = (value: unknown, names: Names) =>
  listOf(value)
    .map((one) => `#${nameOf(one, names)}`)
    .join(", ");

const yesOf = (value: unknown) => (value === true ? t`yes` : t`no`);

function momentOf(value: unknown): string {
  const { date, time, zone } = recordOf(value);
  if (!date) return "";
  return exactWords({
    kind: "day",
    date: textOf(date),
    time: textOf(time) || null,
    zone: textOf(zone) || null,
  });
}

function reminderOf(value: unknown): string {
  const { snoozed_until, words } = recordOf(value);
  return snoozed_until ? t`again ${momentWords(textOf(snoozed_until))}` : textOf(words);
}

const remindersOf = (value: unknown) => listOf(value).map(reminderOf).join(", ");

const stepsOf = (value: unknown) => {
  const steps = listOf(value);
  const done = steps.filter((step) => recordOf(step).done === true).length;
  return steps.length > 0 ? t`${done} of ${steps.length} done` : "";
};

const ruleOf = (value: unknown) => textOf(recordOf(recordOf(value).rule).words);

const taskFields = (): Fields => ({
  title: { label: t`Title`, words: textOf },
  notes: { label: t`Notes`, words: textOf },
  status: { label: t`Status`, words: (value) => statusName(textOf(value) as Status) },
  priority: { label: t`Priority`, words: (value) => priorityName(textOf(value) as Priority) },
  due: { label: t`Due`, words: momentOf },
  series: { label: t`Repeats`, words: ruleOf },
  deadline: {
    label: t`Deadline`,
    words: (value) => (value ? slotWords(textOf(value)) : ""),
  },
  start: { label: t`Hidden until`, words: momentOf },
  duration_minutes: { label: t`Takes`, words: (value) => durationWords(Number(value)) },
  reminders: { label: t`Reminders`, words: remindersOf },
  project: { label: t`Project`, words: nameOf },
  section: { label: t`Section`, words: nameOf },
  parent: { label: t`Part of`, words: nameOf },
  tags: { label: t`Tags`, words: tagsOf },
  assignees: { label: t`Assigned to`, words: namesOf },
  checklist: { label: t`Checklist`, words: stepsOf },
  blocked_by: { label: t`Blocked by`, words: namesOf },
  relates_to: { label: t`Relates to`, words: namesOf },
  duplicates: { label: t`Duplicate of`, words: namesOf },
});

function layoutOf(value: unknown): string {
  switch (value) {
    case "board":
      return t`board`;
    case "calendar":
      return t`calendar`;
    case "table":
      return t`table`;
    default:
      return t`list`;
  }
}

const placeFields = (): Fields => ({
  name: { label: t`Name`, words: textOf },
  parent: { label: t`Part of`, words: nameOf },
  project: { label: t`Project`, words: nameOf },
  colour: { label: t`Colour`, words: textOf },
  icon: { label: t`Icon`, words: textOf },
  archived: { label: t`Archived`, words: yesOf },
  is_done_column: { label: t`Tasks dropped here are done`, words: yesOf },
  filter: { label: t`Filter`, words: textOf },
  sort: { label: t`Sorted by`, words: textOf },
  group: { label: t`Grouped by`, words: textOf },
  shared: { label: t`Shared`, words: yesOf },
  layout: { label: t`Shown as`, words: layoutOf },
});

const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The names are those of Monday, 5 January 1970, and of the days after it. */
function weekdayOf(value: unknown): string {
  const index = weekdays.indexOf(textOf(value));
  return index < 0 ? "" : weekdayWords(`1970-01-${String(index + 5).padStart(2, "0")}`);
}

const languages = new Intl.DisplayNames(formatLocale, { type: "language" });

/** The name of a language; what was set, where that is the name of none. */
function languageOf(value: unknown): string {
  const tag = textOf(value);
  try {
    return tag && (languages.of(tag) ?? tag);
  } catch {
    return tag;
  }
}

function dateOrderOf(value: unknown): string {
  switch (value) {
    case "mdy":
      return t`March 4 (month first)`;
    case "ymd":
      return t`Year, month, day`;
    default:
      return t`3 April (day first)`;
  }
}

const minutesOf = (value: unknown) =>
  listOf(value)
    .map(Number)
    .map((minutes) =>
      minutes === 0
        ? t`when it is due`
        : plural(minutes, { one: "# minute before", other: "# minutes before" }),
    )
    .join(", ");

const dayPartsOf = (value: unknown) => {
  const parts = recordOf(value);
  const names = [
    [t`Morning`, parts.morning],
    [t`Noon`, parts.noon],
    [t`Afternoon`, parts.afternoon],
    [t`Evening`, parts.evening],
    [t`Night`, parts.night],
  ];
  return names.map(([name, time]) => `${name} ${textOf(time)}`).join(", ");
};

const settingsFields = (): Fields => ({
  locale: { label: t`Sentences are read in`, words: languageOf },
  time_zone: { label: t`Time zone`, words: textOf },
  week_start: { label: t`The week begins on`, words: weekdayOf },
  date_order: { label: t`Dates such as 3/4 mean`, words: dateOrderOf },
  day_rollover: { label: t`The day ends at`, words: textOf },
  day_parts: { label: t`Parts of the day`, words: dayPartsOf },
  all_day_reminder_time: { label: t`Tasks of a whole day remind at`, words: textOf },
  default_reminders: { label: t`New tasks with a date remind`, words: minutesOf },
});

/** What can be said of a kind of subject, such as `task`. Other fields are nobody's business. */
export function fieldsOf(subject: string): Fields {
  if (subject === "task") return taskFields();
  return subject === "settings" ? settingsFields() : placeFields();
}
