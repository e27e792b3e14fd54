import { expect, test } from "vitest";
import { loadCatalogue } from "../i18n/i18n";
import { followZone } from "./format";
import { agoWords, inDaysWords, whenWords } from "./when";

loadCatalogue();

test("a day to come is counted in days, and never lies in the past", () => {
  expect([29, 1, 0, -3].map(inDaysWords)).toEqual(["in 29 days", "tomorrow", "today", "today"]);
});

test("a moment near by says its day in words, on the clock of the reader's zone", () => {
  const now = new Date("2026-11-20T22:30:00Z");
  const said = (instant: string, zone: string) => {
    followZone(zone);
    return whenWords(instant, now);
  };
  expect(said("2026-11-20T08:05:00Z", "Europe/Berlin")).toBe("today 09:05");
  expect(said("2026-11-20T23:05:00Z", "Europe/Berlin")).toBe("tomorrow 00:05");
  expect(said("2026-11-20T23:05:00Z", "Europe/London")).toBe("today 23:05");
  expect(said("2026-11-19T08:05:00Z", "Europe/Berlin")).toBe("yesterday 09:05");
  expect(said("2026-11-23T08:05:00Z", "Pacific/Auckland")).toBe("Mon 23 Nov 21:05");
});

test("a moment of another year says which", () => {
  followZone("Europe/Berlin");
  const said = (now: string) => whenWords("2028-12-02T08:00:00Z", new Date(now));
  expect(said("2026-11-20T12:00:00Z")).toBe("Sat 2 Dec 2028 09:00");
  expect(said("2027-12-31T23:30:00Z")).toBe("Sat 2 Dec 09:00");
});

test("what is long ago is said in the largest fitting unit", () => {
  const now = Date.parse("2026-11-20T12:00:00Z");
  expect(agoWords("2026-11-20T11:59:50Z", now)).toBe("just now");
  expect(agoWords("2026-11-20T11:55:00Z", now)).toBe("5 minutes ago");
  expect(agoWords("2026-11-19T12:00:00Z", now)).toBe("yesterday");
  followZone("America/Los_Angeles");
  expect(agoWords("2026-09-02T03:00:00Z", now)).toBe("Tue 1 Sept");
});
