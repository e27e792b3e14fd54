// The catalogue of the language that the app speaks.

import { i18n } from "@lingui/core";
import { messages } from "../../locales/en.po";

export const locale = "en";

/** How dates and numbers are written: the day before the month, 24 hours. */
export const formatLocale = "en-GB";

export function loadCatalogue(): void {
  i18n.loadAndActivate({ locale, messages });
}
