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
// The Swedish way to write a day is ISO's.
const isoDaysIn = (timeZone: string | undefined) => new Intl.DateTimeFormat("sv-SE", { timeZone });
let zone: string | undefined;
let isoDays = isoDaysIn(zone);

/** Instants are shown on the clock and the calendar of this zone; until it is known, of the browser's. */
export function followZone(next: string): void {
  if (next === zone) return;
  zone = next;
  isoDays = isoDaysIn(zone);
}

export const readerZone = () => zone;

/** A calendar day, without any zone: `2026-12-01` -> noon of that day here. */
export function localDay(date: string): Date {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth, 12);
}

/** `Tue 1 Dec`, with the year where it is not this one. */
export function dayWords(date: string, now = new Date()): string {
  const at = localDay(date);
  const plain = date.slice(0, 4) === isoDay(now).slice(0, 4) ? day : dayOfYear;
  return plain.format(at).replace(",", "");
}

/** The day of an instant on the reader's calendar, as ISO text. */
export function isoDay(instant: Date): string {
  return isoDays.format(instant);
}

/** A slot such as `2026-12-01` or `2026-12-01T09:00` in words. */
export function slotWords(slot: string): string {
  const time = slot.length > 10 ? ` ${slot.slice(11, 16)}` : "";
  return `${dayWords(slot)}${time}`;
}

/** The day so many days after `date`, as ISO text. */
export function plusDays(date: string, days: number): string {
  const at = new Date(`${date}T00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
