// The catalogue of the language that the app speaks.

import { i18n } from "@lingui/core";
import { messages } from "../../locales/en.po";

export const locale = "en";

export function loadCatalogue(): void {
  i18n.loadAndActivate({ locale, messages });
}
