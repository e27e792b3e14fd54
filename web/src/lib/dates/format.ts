// Dates as people say them. The server says due dates itself; these are for everything else.

import { formatLocale } from "../i18n/i18n";

const day = new Intl.DateTimeFormat(formatLocale, {
  weekday: "short",
  day: "numeric",
  month: "short",
});
const dayOfYear = new Intl.DateTimeFormat(formatLocale, {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const weekday = new Intl.DateTimeFormat(formatLocale, { weekday: "long" });
const dayOfMonth = new Intl.DateTimeFormat(formatLocale, { day: "numeric", month: "short" });
const clockStyle = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
const formatsIn = (timeZone: string | undefined) => ({
  timeZone,
  clock: new Intl.DateTimeFormat(formatLocale, { timeZone, ...clockStyle }),
  moment: new Intl.DateTimeFormat(formatLocale, {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    ...clockStyle,
  }),
  // The Swedish way to write a day is ISO's.
  isoDay: new Intl.DateTimeFormat("sv-SE", { timeZone }),
});
let reader = formatsIn(undefined);

/** Instants are shown on the clock and the calendar of this zone; until it is known, of the browser's. */
export function followZone(zone: string): void {
  if (zone !== reader.timeZone) reader = formatsIn(zone);
}

/** A calendar day, without any zone: `2026-12-01` -> noon of that day here. */
export function localDay(date: string): Date {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth, 12);
}

/** `Tue 1 Dec`, with the year where it is not this one. */
export function dayWords(date: string): string {
  const at = localDay(date);
  const plain = date.slice(0, 4) === isoDay(new Date()).slice(0, 4) ? day : dayOfYear;
  return plain.format(at).replace(",", "");
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
  return reader.clock.format(new Date(instant));
}

/** The day of an instant on the reader's calendar, as ISO text. */
export function isoDay(instant: Date): string {
  return reader.isoDay.format(instant);
}

/** A slot such as `2026-12-01` or `2026-12-01T09:00` in words. */
export function slotWords(slot: string): string {
  const time = slot.length > 10 ? ` ${slot.slice(11, 16)}` : "";
  return `${dayWords(slot)}${time}`;
}

/** An instant on the reader's clock. */
export function momentWords(instant: string): string {
  return reader.moment.format(new Date(instant)).replaceAll(",", "");
}

/** The day so many days after `date`, as ISO text. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
