// What happened to a checklist, line by line.

import { t } from "@lingui/core/macro";
import { listOf, recordOf, textOf } from "./field-words";

interface Line {
  id: string;
  title: string;
  done: boolean;
}

const linesOf = (value: unknown): Line[] =>
  listOf(value).map((line) => {
    const { id, title, done } = recordOf(line);
    return { id: textOf(id), title: textOf(title), done: done === true };
  });

/** Each line that was added, ticked, renamed or removed; or that only their order changed. */
export function checklistWords(before: unknown, after: unknown): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const was = new Map(old.map((line) => [line.id, line]));
  const isNow = new Set(now.map((line) => line.id));
  const words: string[] = [];
  for (const { id, title, done } of now) {
    const earlier = was.get(id);
    if (!earlier) words.push(t`“${title}” added`);
    else if (earlier.title !== title) words.push(t`“${earlier.title}” is now “${title}”`);
    if (earlier && earlier.done !== done) {
      words.push(done ? t`“${title}” ticked` : t`“${title}” unticked`);
    }
  }
  for (const { id, title } of old) if (!isNow.has(id)) words.push(t`“${title}” removed`);
  return words.length > 0 ? words.join(", ") : t`in another order`;
}
