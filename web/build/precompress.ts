// Writes a compressed form of every built file beside it, so that the server never compresses.

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as zlib from "node:zlib";
import type { Plugin } from "vite";

const compressible = /\.(?:js|css|svg|json|webmanifest|txt)$/;
/** Files that fit into one packet gain nothing. */
const smallestBytes = 1_024;

type Form = [suffix: string, compress: (data: Uint8Array) => Uint8Array];

const forms: Form[] = [
  [
    ".br",
    (data) =>
      zlib.brotliCompressSync(data, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ],
  [".gz", (data) => zlib.gzipSync(data, { level: 9 })],
];

// Node writes zstd from 22.15 on; browsers that take it take brotli too.
const zstd: unknown = Reflect.get(zlib, "zstdCompressSync");
if (typeof zstd === "function") forms.push([".zst", (data) => zstd(data)]);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith(".") ? [] : filesIn(path);
    return [path];
  });
}

/** A Vite plugin that compresses what the build has written. */
export function precompress(): Plugin {
  let folder = "dist";
  return {
    name: "saydo-precompress",
    apply: "build",
    configResolved(config) {
      folder = config.build.outDir;
    },
    closeBundle() {
      for (const file of filesIn(folder)) {
        if (!compressible.test(file) || statSync(file).size < smallestBytes) continue;
        const plain = readFileSync(file);
        for (const [suffix, compress] of forms) {
          const smaller = compress(plain);
          if (smaller.length < plain.length) writeFileSync(`${file}${suffix}`, smaller);
        }
      }
    },
  };
}
