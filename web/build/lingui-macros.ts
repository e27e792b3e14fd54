// Turns Lingui's macros into plain calls before the rest of the build sees a file.

import { transformAsync } from "@babel/core";
import type { Plugin } from "vite";

/** A Vite plugin that runs Babel only on files that import a Lingui macro. */
export function linguiMacros(): Plugin {
  return {
    name: "saydo-lingui-macros",
    enforce: "pre",
    async transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes("/macro")) return null;
      const result = await transformAsync(code, {
        filename: id,
        babelrc: false,
        configFile: false,
        sourceMaps: true,
        parserOpts: { plugins: id.endsWith("x") ? ["typescript", "jsx"] : ["typescript"] },
        plugins: ["@lingui/babel-plugin-lingui-macro"],
      });
      return result?.code ? { code: result.code, map: result.map } : null;
    },
  };
}
