// Parts React Aria's contexts from the components beside which they are written: a list of tasks asks for
// the contexts of check boxes, list boxes and completions, and would bring all of them into the first load.

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const component = /[/\\]react-aria-components[/\\]dist[/\\]private[/\\]\w+\.mjs$/;
const suffix = "?contexts";
const context = /^const (\S+) = \/\*#__PURE__\*\/ \(0, \S+createContext\)\(null\);$/gm;
const imports = /^import \{(.*)\} from "\.\/(\w+\.mjs)";$/gm;

/** `A as b, C` -> [["A", "b"], ["C", "C"]]. */
function pairsOf(list: string): [string, string][] {
  return list.split(", ").map((one) => {
    const [left = "", right = left] = one.split(" as ");
    return [left, right];
  });
}

/** The contexts that a module exports, by the names that it gives them itself. */
function contextsOf(code: string): Map<string, string> {
  const own = new Set([...code.matchAll(context)].map(([, name]) => name));
  const exported = pairsOf(/^export \{(.*)\};$/m.exec(code)?.[1] ?? "");
  return new Map(exported.filter(([name]) => own.has(name)));
}

const contextsIn = (file: string) => contextsOf(readFileSync(file, "utf8"));

/** A Vite plugin that gives the contexts of a component a module of their own, and asks for them there. */
export function ariaContexts(): Plugin {
  return {
    name: "saydo-aria-contexts",
    apply: "build",
    enforce: "pre",
    resolveId: (source) => (source.endsWith(suffix) ? source : null),
    load(id) {
      if (!id.endsWith(suffix)) return null;
      const names = contextsIn(id.slice(0, -suffix.length)).values();
      const lines = [...names].map((name) => `export const ${name} = createContext(null);`);
      return `import { createContext } from "react";\n${lines.join("\n")}`;
    },
    transform(code, id) {
      if (!component.test(id)) return null;
      const own = contextsOf(code);
      const taken = [...own].map(([name, exported]) => `${exported} as ${name}`).join(", ");
      const rest = code
        .replace(context, (line, name: string) => (own.has(name) ? "" : line))
        .replace(imports, (line, wanted: string, file: string) => {
          const from = join(dirname(id), file);
          const there = new Set(contextsIn(from).values());
          const isContexts = pairsOf(wanted).every(([name]) => there.has(name));
          return isContexts ? `import {${wanted}} from ${JSON.stringify(from + suffix)};` : line;
        });
      const back = own.size > 0 ? `import {${taken}} from ${JSON.stringify(id + suffix)};\n` : "";
      return { code: back + rest, map: null };
    },
  };
}
