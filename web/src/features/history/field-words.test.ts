import { expect, test } from "vitest";
import { loadCatalogue } from "@/lib/i18n/i18n";
import { fieldsOf } from "./field-words";

loadCatalogue();

test.each([
  ["de", "German"],
  ["a1", "a1"],
  ["12", "12"],
  ["en-", "en-"],
  ["", ""],
  [null, ""],
])("the language %j is said as %j", (tag, words) => {
  expect(fieldsOf("settings").locale?.words(tag, {})).toBe(words);
});
