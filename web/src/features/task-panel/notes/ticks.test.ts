import { expect, test } from "vitest";
import { countBoxes, tick } from "./ticks";

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

test("boxes are counted in lists and quotes, not in code", () => {
  expect(countBoxes(notes)).toBe(4);
  expect(countBoxes("a [ ] b")).toBe(0);
});

test("ticking changes one box and nothing else", () => {
  expect(tick(notes, 2, true)).toBe(notes.replace("1. [ ]", "1. [x]"));
  expect(tick(notes, 3, false)).toBe(notes.replace("[X] quoted", "[ ] quoted"));
  expect(tick(notes, 9, true)).toBe(notes);
});
