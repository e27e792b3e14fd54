// Dates as people say them. The server says due dates itself; these are for everything else.

import { t } from "@lingui/core/macro";
import { formatLocale, locale } from "../i18n/i18n";

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
export const clockStyle = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
export const momentStyle = {
  weekday: "short",
  day: "numeric",
  month: "short",
  ...clockStyle,
} as const;
const clock = new Intl.DateTimeFormat(formatLocale, clockStyle);
const moment = new Intl.DateTimeFormat(formatLocale, momentStyle);
export const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

/** A calendar day, without any zone: `2026-12-01` -> noon of that day here. */
export function localDay(date: string): Date {
  const [year = 1970, month = 1, dayOfMonth = 1] = date.slice(0, 10).split("-").map(Number);
  return new Date(year, month - 1, dayOfMonth, 12);
}

/** `Tue 1 Dec`, with the year where it is not this one. */
export function dayWords(date: string): string {
  const at = localDay(date);
  const plain = at.getFullYear() === new Date().getFullYear() ? day : dayOfYear;
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
  return clock.format(new Date(instant));
}

/** The day of an instant on the reader's calendar, as ISO text. */
export function isoDay(instant: Date): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`;
}

/** A slot such as `2026-12-01` or `2026-12-01T09:00` in words. */
export function slotWords(slot: string): string {
  const time = slot.length > 10 ? ` ${slot.slice(11, 16)}` : "";
  return `${dayWords(slot)}${time}`;
}

/** An instant on the reader's clock. */
export function momentWords(instant: string): string {
  return moment.format(new Date(instant)).replaceAll(",", "");
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
  if (size > 30 * 86_400) return dayWords(instant);
  const [unit, length] = steps.findLast(([, length]) => size >= length) ?? ["minute", 60];
  return relative.format(Math.round(seconds / length), unit);
}

/** The day so many days after `date`, as ISO text. */
export function plusDays(date: string, days: number): string {
  const at = localDay(date);
  at.setDate(at.getDate() + days);
  return isoDay(at);
}
