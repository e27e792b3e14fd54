// Puts the licence of the typeface beside the app, as it asks of everybody who passes it on.

import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const licence = new URL("../node_modules/@fontsource-variable/inter/LICENSE", import.meta.url);

/** A Vite plugin that writes `inter-licence.txt`. */
export function fontLicence(): Plugin {
  return {
    name: "saydo-font-licence",
    apply: "build",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName: "inter-licence.txt",
        source: readFileSync(licence),
      });
    },
  };
}
