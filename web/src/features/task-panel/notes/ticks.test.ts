import { expect, test } from "vitest";
import { boxesOf, tick } from "./ticks";

const notes = [
  "- [ ] flour",
  "  - [x] sieved",
  "```",
  "- [ ] not a box",
  "```",
  "1. [ ] eggs",
  "- [] neither",
  "> - [X] quoted",
].join("\n");

const states = (text: string) => boxesOf(text).map(({ isDone }) => isDone);
const tickAt = (text: string, index: number, isDone: boolean) =>
  tick(text, index, boxesOf(text)[index]?.text ?? "", isDone);

test("ticking changes one box and nothing else", () => {
  expect(tickAt(notes, 2, true)).toBe(notes.replace("1. [ ]", "1. [x]"));
  expect(tickAt(notes, 3, false)).toBe(notes.replace("[X] quoted", "[ ] quoted"));
  expect(tickAt(notes, 9, true)).toBe(notes);
  expect(tickAt(notes, 1, true)).toBe(notes);
});

test("a box that has moved since it was seen is found by its words, or left alone", () => {
  const seen = "- [ ] flour\n- [ ] eggs";
  expect(tick(`- [ ] milk\n${seen}`, 1, "eggs", true)).toBe("- [ ] milk\n- [ ] flour\n- [x] eggs");
  expect(tick("- [ ] flour\n- [ ] butter", 1, "eggs", true)).toBe("- [ ] flour\n- [ ] butter");
});

test.each([
  "Example:\n\n    - [ ] sample\n\n- [ ] real",
  "> ```\n> - [ ] code\n> ```\n\n- [ ] real",
  "<!--\n- [ ] hidden\n-->\n\n- [ ] real",
  "Steps\n2. [ ] b\n\n- [ ] real",
  "- list\n\n    ```\n    - [ ] code\n    ```\n\n- [ ] real",
  "- [ ] \n- [ ] real",
  "a [ ] b\n\n* [ ] real",
])("in %j the box is ticked that is drawn", (text) => {
  expect(states(text)).toEqual([false]);
  expect(tickAt(text, 0, true)).toBe(text.replace("[ ] real", "[x] real"));
});

test.each([
  "- - [ ] a\n  - [ ] b",
  "> 1. [ ] a\n>    * [x] b\n> 2) [ ] c",
  "-\n  [ ] a\n- [x] b",
  "- [ ]\ta\r\n- [x] b\r\n",
  "+   [X] a\n\n    more\n\n+   [ ] b",
  `- [ ] ${"a\n  - [ ] ".repeat(3)}a`,
])("each box of %j is ticked and unticked by itself", (text) => {
  const boxes = states(text);
  expect(boxes.length).toBeGreaterThan(0);
  for (const [index, isDone] of boxes.entries()) {
    const changed = tickAt(text, index, !isDone);
    expect(states(changed)).toEqual(boxes.with(index, !isDone));
    expect(changed).toHaveLength(text.length);
    expect(tickAt(changed, index, isDone).toLowerCase()).toBe(text.toLowerCase());
  }
});
