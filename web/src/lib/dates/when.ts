// Days and moments as people say them, by how far off they are.

import { t } from "@lingui/core/macro";
import { formatLocale, locale } from "../i18n/i18n";
import { daysBetween } from "./due";
import { dayWords, isoDay, localDay, readerZone } from "./format";

const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

const weekday = new Intl.DateTimeFormat(formatLocale, { weekday: "long" });
const dayOfMonth = new Intl.DateTimeFormat(formatLocale, { day: "numeric", month: "short" });
const clockStyle = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const clockIn = (timeZone: string | undefined) =>
  new Intl.DateTimeFormat(formatLocale, { timeZone, ...clockStyle });
let zone: string | undefined;
let clock = clockIn(zone);

function readerClock() {
  if (zone !== readerZone()) {
    zone = readerZone();
    clock = clockIn(zone);
  }
  return clock;
}

/** `Friday`. */
export function weekdayWords(date: string): string {
  return weekday.format(localDay(date));
}

/** `27 Nov`, to stand beside the name of the day. */
export function dayOfMonthWords(date: string): string {
  return dayOfMonth.format(localDay(date));
}

/** The time of an instant on the reader's clock: `09:04`. */
export function clockWords(instant: string): string {
  return readerClock().format(new Date(instant));
}

/** An instant on the reader's calendar and clock, with the year where it is not this one: `Tue 1 Dec 17:00`. */
export function momentWords(instant: string, now = new Date()): string {
  return `${dayWords(isoDay(new Date(instant)), now)} ${clockWords(instant)}`;
}

/** A moment on the reader's clock, its day as people say it: `today 17:00`, `tomorrow 09:00`. */
export function whenWords(instant: string, now = new Date()): string {
  const away = daysBetween(isoDay(now), isoDay(new Date(instant)));
  if (Math.abs(away) > 1) return momentWords(instant, now);
  return `${relative.format(away, "day")} ${clockWords(instant)}`;
}

/** How far off a day to come is: `today`, `tomorrow`, `in 29 days`. */
export function inDaysWords(days: number): string {
  return relative.format(Math.max(0, days), "day");
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ["minute", 60],
  ["hour", 3_600],
  ["day", 86_400],
  ["week", 604_800],
];

/** `5 minutes ago`, `yesterday`; the full moment when it is longer ago than a month. */
export function agoWords(instant: string, now = Date.now()): string {
  const seconds = (new Date(instant).getTime() - now) / 1_000;
  const size = Math.abs(seconds);
  if (size < 45) return t`just now`;
  if (size > 30 * 86_400) return dayWords(isoDay(new Date(instant)));
  const [unit, length] = steps.findLast(([, length]) => size >= length) ?? ["minute", 60];
  return relative.format(Math.round(seconds / length), unit);
}
