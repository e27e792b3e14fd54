// Adds up the gzip size of the JavaScript that the first page load needs and fails above the limit.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const limitBytes = 175_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const needed = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || needed.has(chunk.file)) return;
  needed.add(chunk.file);
  for (const next of chunk.imports ?? []) visit(next);
};
for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);

const gzipBytes = (file) => gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length;
let total = 0;
for (const file of [...needed].sort()) {
  const size = gzipBytes(file);
  total += size;
  console.log(`${String(size).padStart(8)}  ${file}`);
}
console.log(`${String(total).padStart(8)}  initial JavaScript, gzip (limit ${limitBytes})`);
for (const chunk of Object.values(manifest)) {
  if (!chunk.file.endsWith(".js") || needed.has(chunk.file)) continue;
  console.log(`${String(gzipBytes(chunk.file)).padStart(8)}  later: ${chunk.file}`);
}
if (total > limitBytes) {
  console.error("the first load is too heavy; load something lazily or drop a dependency");
  process.exit(1);
}
