// Leaves out React Aria's own words in languages that the app does not speak.

import type { Plugin } from "vite";

const wordsOfLocale =
  /[/\\]react-(?:aria|stately|aria-components)[/\\]dist[/\\].*[/\\]intl[/\\].*[/\\]([a-z]{2}-[A-Z]{2})\.mjs$/;

/** A Vite plugin that empties the string files of all locales but `kept`. */
export function ariaLocales(kept: readonly string[]): Plugin {
  return {
    name: "saydo-aria-locales",
    enforce: "pre",
    load(id) {
      const locale = wordsOfLocale.exec(id)?.[1];
      return locale && !kept.includes(locale) ? "export default {};" : null;
    },
  };
}
