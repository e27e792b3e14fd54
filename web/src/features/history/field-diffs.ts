// What exactly a change did, field by field, in words.

import { t } from "@lingui/core/macro";
import type { Change, HistoryEvent } from "@/lib/api/contract";
import { checklistWords } from "./checklist-words";
import { fieldsOf, type Names } from "./field-words";

export interface FieldDiff {
  label: string;
  /** What it was; `null` where the words say all. */
  before: string | null;
  /** What it is; empty for nothing. */
  after: string;
}

/** Fields that the sentence about the whole change has already spoken of. */
const impliedBy: Readonly<Record<string, string>> = {
  complete_tasks: "status",
  reopen_tasks: "status",
  delete_tasks: "deleted_at",
  restore_tasks: "deleted_at",
  delete_project: "deleted_at",
  delete_section: "deleted_at",
  delete_tag: "deleted_at",
  delete_view: "deleted_at",
};

const subjectOf = (event: HistoryEvent) => event.type.split(".", 1)[0] ?? "";

function trashWords(event: HistoryEvent): string {
  const isTask = subjectOf(event) === "task";
  if (!event.after.deleted_at) return isTask ? t`back from the trash` : t`back again`;
  return isTask ? t`in the trash` : t`deleted`;
}

/** The fields of an event that differ and say something to a person. */
function diffsOf(event: HistoryEvent, names: Names, implied = ""): FieldDiff[] {
  const { before, after } = event;
  // Of what is new, everything is.
  if (Object.keys(before).length === 0) return [];
  const fields = fieldsOf(subjectOf(event));
  const diffs: FieldDiff[] = [];
  if ("deleted_at" in after && implied !== "deleted_at") {
    diffs.push({ label: t`Now`, before: null, after: trashWords(event) });
  }
  for (const [name, { label, words }] of Object.entries(fields)) {
    if (!(name in after) || name === implied) continue;
    if (name === "checklist") {
      diffs.push({ label, before: null, after: checklistWords(before[name], after[name]) });
      continue;
    }
    const diff = { label, before: words(before[name], names), after: words(after[name], names) };
    if (diff.before === diff.after) continue;
    const isRewritten = name === "notes" && diff.before && diff.after;
    diffs.push(isRewritten ? { label, before: null, after: t`rewritten` } : diff);
  }
  if (diffs.length === 0 && "position" in after) {
    diffs.push({ label: t`Order`, before: null, after: t`moved in its list` });
  }
  return diffs;
}

/** The same of a whole change: what several tasks have in common is said once. */
export function changeDiffs(change: Change, names: Names): FieldDiff[] {
  const common = new Map<string, FieldDiff>();
  for (const event of change.events) {
    for (const diff of diffsOf(event, names, impliedBy[change.command])) {
      const key = `${diff.label}\n${diff.after}`;
      const known = common.get(key);
      if (!known) common.set(key, diff);
      else if (known.before !== diff.before) common.set(key, { ...known, before: null });
    }
  }
  return [...common.values()];
}
