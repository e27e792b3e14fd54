// Fails when the types of the interface are not those of the server's OpenAPI document.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const written = readFileSync(new URL("../src/lib/api/schema.d.ts", import.meta.url), "utf8");
const generated = execFileSync("npx", ["openapi-typescript", "../crates/server/openapi.json"], {
  cwd: new URL("..", import.meta.url),
  encoding: "utf8",
  stdio: ["ignore", "pipe", "ignore"],
});
if (generated.trim() !== written.trim()) {
  console.error("src/lib/api/schema.d.ts is out of date; run `npm run generate` and commit it");
  process.exit(1);
}
