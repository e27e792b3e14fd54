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

test("ticking changes one box and nothing else", () => {
  expect(tick(notes, 2, true)).toBe(notes.replace("1. [ ]", "1. [x]"));
  expect(tick(notes, 3, false)).toBe(notes.replace("[X] quoted", "[ ] quoted"));
  expect(tick(notes, 9, true)).toBe(notes);
  expect(tick(notes, 1, true)).toBe(notes);
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
  expect(boxesOf(text)).toEqual([false]);
  expect(tick(text, 0, true)).toBe(text.replace("[ ] real", "[x] real"));
});

test.each([
  "- - [ ] a\n  - [ ] b",
  "> 1. [ ] a\n>    * [x] b\n> 2) [ ] c",
  "-\n  [ ] a\n- [x] b",
  "- [ ]\ta\r\n- [x] b\r\n",
  "+   [X] a\n\n    more\n\n+   [ ] b",
  `- [ ] ${"a\n  - [ ] ".repeat(3)}a`,
])("each box of %j is ticked and unticked by itself", (text) => {
  const boxes = boxesOf(text);
  expect(boxes.length).toBeGreaterThan(0);
  for (const [index, isDone] of boxes.entries()) {
    const changed = tick(text, index, !isDone);
    expect(boxesOf(changed)).toEqual(boxes.with(index, !isDone));
    expect(changed).toHaveLength(text.length);
    expect(tick(changed, index, isDone).toLowerCase()).toBe(text.toLowerCase());
  }
});
