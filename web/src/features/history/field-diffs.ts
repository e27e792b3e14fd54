// What exactly a change did, field by field, in words.

import type { HistoryEvent } from "@/lib/api/contract";
import { slotWords } from "@/lib/dates/format";

export interface FieldDiff {
  field: string;
  before: string;
  after: string;
}

const unsaid = "…";
const silent = new Set([
  "version",
  "created_at",
  "updated_at",
  "completed_at",
  "completed_by",
  "deleted_at",
  "position",
  "id",
  "number",
  "space_id",
  "source",
]);

/** A value as people read it; empty for nothing. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string")
    return /^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/.test(value) ? slotWords(value) : value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(valueWords).filter(Boolean).join(", ");
  const record = value as Record<string, unknown>;
  if (typeof record.date === "string") {
    return slotWords(
      typeof record.time === "string" ? `${record.date}T${record.time}` : record.date,
    );
  }
  if (typeof record.rule === "object") return valueWords(record.rule);
  for (const key of ["words", "title", "name", "rrule"]) {
    const words = record[key];
    if (typeof words === "string") return words;
  }
  return unsaid;
}

const isId = (text: string) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(text);

/** The fields of an event that differ and say something to a person. */
export function diffsOf(event: HistoryEvent): FieldDiff[] {
  const { before, after } = event;
  if (Object.keys(before).length === 0) return [];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return fields
    .filter((field) => !silent.has(field))
    .map((field) => ({ field, before: valueWords(before[field]), after: valueWords(after[field]) }))
    .filter(
      (diff) =>
        diff.before !== diff.after &&
        diff.before !== unsaid &&
        diff.after !== unsaid &&
        !isId(diff.before) &&
        !isId(diff.after),
    );
}
