import { expect, test } from "vitest";
import { durationWords, minutesOf } from "./duration";

test.each([
  ["30", 30],
  ["30 min", 30],
  ["1h", 60],
  ["1.5 h", 90],
  ["1,5h", 90],
  ["1 h 15 min", 75],
  ["1:15", 75],
  ["soon", undefined],
  ["", undefined],
])("%j means %j minutes", (words, minutes) => {
  expect(minutesOf(words)).toBe(minutes);
});

test("a duration is said in hours and minutes", () => {
  expect(durationWords(75)).toBe("1 h 15 min");
  expect(durationWords(60)).toBe("1 h");
  expect(durationWords(null)).toBe("");
});
