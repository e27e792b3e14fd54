// Ticking a box of a task list in the text that it stands in.

import { draw } from "./markdown";

/** Behind all that Markdown lets stand before a box: spaces, marks of quotes, marks of lists. */
const box = /^([\s>*+\-.)\d]*\[)[ xX](?=\]\s)/;

/** The boxes of a text in the order in which they are drawn, each with whether it is ticked. */
export function boxesOf(text: string): boolean[] {
  const boxes: boolean[] = [];
  draw(text, (_, isDone) => boxes.push(isDone));
  return boxes;
}

/**
 * The text with the box at `index`, from 0, ticked or unticked; the text as it is where there is none.
 * Markdown itself says which line it is in: what looks like a box may be code, a comment, or plain words.
 */
export function tick(text: string, index: number, isDone: boolean): string {
  const wanted = boxesOf(text);
  if (wanted[index] === undefined || wanted[index] === isDone) return text;
  wanted[index] = isDone;
  const lines = text.split("\n");
  const likely = [...lines.keys()].filter((at) => box.test(lines[at] ?? ""));
  // Every box looks like one, so that as many lines come before its own, at least.
  for (const at of likely.slice(index)) {
    const line = lines[at]?.replace(box, `$1${isDone ? "x" : " "}`) ?? "";
    const changed = lines.with(at, line).join("\n");
    if (String(boxesOf(changed)) === String(wanted)) return changed;
  }
  return text;
}
