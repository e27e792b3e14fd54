import { expect, test } from "vitest";
import { loadCatalogue } from "../i18n/i18n";
import { daysBetween } from "./due";
import { agoWords, isoDay, localDay, plusDays, slotWords, weekdayWords } from "./format";

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
