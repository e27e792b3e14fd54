// Ticking a box of a task list in the text that it stands in.

import { draw } from "./markdown";

/** Behind all that Markdown lets stand before a box: spaces, marks of quotes, marks of lists. */
const box = /^([\s>*+\-.)\d]*\[)[ xX](?=\]\s)/;

interface Box {
  /** What stands beside it. */
  text: string;
  isDone: boolean;
}

/** The boxes of a text in the order in which they are drawn. */
export function boxesOf(text: string): Box[] {
  const boxes: Box[] = [];
  draw(text, (_, isDone, text) => boxes.push({ text, isDone }));
  return boxes;
}

const states = (boxes: readonly Box[]) => boxes.map(({ isDone }) => isDone).join();

/**
 * The text with a box ticked or unticked: the one at `seenAt`, from 0, or where the text has changed
 * since it was seen there, the one beside the same words. The text as it is where there is none.
 * Markdown itself says which line it is in: what looks like a box may be code, a comment, or plain words.
 */
export function tick(text: string, seenAt: number, words: string, isDone: boolean): string {
  const boxes = boxesOf(text);
  const isSame = (box: Box | undefined) => box?.text === words;
  const index = isSame(boxes[seenAt]) ? seenAt : boxes.findIndex(isSame);
  if (index < 0 || boxes[index]?.isDone === isDone) return text;
  const wanted = states(boxes.with(index, { text: words, isDone }));
  const lines = text.split("\n");
  const likely = [...lines.keys()].filter((at) => box.test(lines[at] ?? ""));
  // Every box looks like one, so that as many lines come before its own, at least.
  for (const at of likely.slice(index)) {
    const line = lines[at]?.replace(box, `$1${isDone ? "x" : " "}`) ?? "";
    const changed = lines.with(at, line).join("\n");
    if (states(boxesOf(changed)) === wanted) return changed;
  }
  return text;
}
