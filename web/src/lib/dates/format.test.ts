import { expect, test } from "vitest";
import { daysBetween } from "./due";
import { followZone, isoDay, localDay, plusDays, slotWords } from "./format";
import { clockWords, momentWords, weekdayWords } from "./when";

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

test("an instant is shown on the clock and the calendar of the zone of the settings", () => {
  const instant = "2026-11-05T20:30:00Z";
  followZone("Asia/Tokyo");
  expect(isoDay(new Date(instant))).toBe("2026-11-06");
  expect(clockWords(instant)).toBe("05:30");
  expect(momentWords(instant, new Date(instant))).toBe("Fri 6 Nov 05:30");
  followZone("America/Los_Angeles");
  expect(isoDay(new Date(instant))).toBe("2026-11-05");
  expect(clockWords(instant)).toBe("12:30");
});

test("a slot says its time where it has one", () => {
  expect(slotWords("2031-12-02T09:00")).toBe("Tue 2 Dec 2031 09:00");
  expect(slotWords("2031-12-02")).toBe("Tue 2 Dec 2031");
});
