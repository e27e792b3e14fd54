import { expect, test } from "vitest";
import { loadCatalogue } from "../i18n/i18n";
import { daysBetween } from "./due";
import {
  agoWords,
  inDaysWords,
  isoDay,
  localDay,
  plusDays,
  slotWords,
  weekdayWords,
  whenWords,
} from "./format";

loadCatalogue();

test("a day is the same day in every zone", () => {
  expect(localDay("2026-12-01").getDate()).toBe(1);
});

test("days are counted across months and clock changes", () => {
  expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
  expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
});

test("an instant belongs to the day on the reader's calendar", () => {
  expect(isoDay(new Date(2026, 10, 5, 0, 1))).toBe("2026-11-05");
  expect(isoDay(new Date(2026, 10, 5, 23, 59))).toBe("2026-11-05");
  expect(weekdayWords("2026-11-27")).toBe("Friday");
});

test("a slot says its time where it has one", () => {
  expect(slotWords("2031-12-02T09:00")).toBe("Tue 2 Dec 2031 09:00");
  expect(slotWords("2031-12-02")).toBe("Tue 2 Dec 2031");
});

test("what is long ago is said in the largest fitting unit", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  expect(agoWords("2026-11-20T11:59:50Z", now)).toBe("just now");
  expect(agoWords("2026-11-20T11:55:00Z", now)).toBe("5 minutes ago");
  expect(agoWords("2026-11-19T12:00:00Z", now)).toBe("yesterday");
});

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
  expect(said("2026-11-22T08:05:00Z", "Pacific/Auckland")).toBe("Sun 22 Nov 21:05");
});
