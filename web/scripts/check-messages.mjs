// Fails when a text of the app is missing from the catalogues, or a catalogue has a text that is gone.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const catalogue = new URL("../src/locales/en.po", import.meta.url);
const strip = (text) => text.replace(/^"POT-Creation-Date.*$/m, "");
const before = strip(readFileSync(catalogue, "utf8"));
execFileSync("npx", ["lingui", "extract", "--clean"], { stdio: "ignore" });
if (strip(readFileSync(catalogue, "utf8")) !== before) {
  console.error("src/locales/en.po was out of date and has been brought up to date; commit it");
  process.exit(1);
}
