// Days and moments near by, as people say them.

import { formatLocale } from "../i18n/i18n";
import { clockStyle, localDay, momentStyle, relative } from "./format";

/** A moment on the clock of `zone`, its day as people say it: `today 17:00`, `tomorrow 09:00`. */
export function whenWords(instant: string, zone: string | undefined, now = new Date()): string {
  const at = new Date(instant);
  const options = { timeZone: zone };
  // The Swedish way to write a day is ISO's.
  const isoDays = new Intl.DateTimeFormat("sv-SE", options);
  const [day, today] = [at, now].map((moment) => localDay(isoDays.format(moment)).getTime());
  const away = Math.round(((day ?? 0) - (today ?? 0)) / 86_400_000);
  if (Math.abs(away) > 1) {
    return new Intl.DateTimeFormat(formatLocale, { ...momentStyle, ...options })
      .format(at)
      .replaceAll(",", "");
  }
  const time = new Intl.DateTimeFormat(formatLocale, { ...clockStyle, ...options }).format(at);
  return `${relative.format(away, "day")} ${time}`;
}

/** How far off a day to come is: `today`, `tomorrow`, `in 29 days`. */
export function inDaysWords(days: number): string {
  return relative.format(Math.max(0, days), "day");
}
