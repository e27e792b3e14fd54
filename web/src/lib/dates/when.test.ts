import { expect, test } from "vitest";
import { inDaysWords, whenWords } from "./when";

test("a day to come is counted in days, and never lies in the past", () => {
  expect([29, 1, 0, -3].map(inDaysWords)).toEqual(["in 29 days", "tomorrow", "today", "today"]);
});

test("a moment near by says its day in words, on the clock of the reader's zone", () => {
  const now = new Date("2026-11-20T22:30:00Z");
  const said = (instant: string, zone: string) => whenWords(instant, zone, now);
  expect(said("2026-11-20T08:05:00Z", "Europe/Berlin")).toBe("today 09:05");
  expect(said("2026-11-20T23:05:00Z", "Europe/Berlin")).toBe("tomorrow 00:05");
  expect(said("2026-11-20T23:05:00Z", "Europe/London")).toBe("today 23:05");
  expect(said("2026-11-19T08:05:00Z", "Europe/Berlin")).toBe("yesterday 09:05");
  expect(said("2026-11-23T08:05:00Z", "Pacific/Auckland")).toBe("Mon 23 Nov 21:05");
});
