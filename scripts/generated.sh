#!/usr/bin/env bash
# Fails when a checked-in file that a program writes is not what the program would write now.
# The OpenAPI document itself is kept by a test of the server crate.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=target/generated
mkdir -p "$fresh"
(cd web && npx --no-install openapi-typescript ../crates/server/openapi.json -o "../$fresh/schema.d.ts" >/dev/null)
if ! cmp -s "$fresh/schema.d.ts" web/src/lib/api/schema.d.ts; then
  echo "web/src/lib/api/schema.d.ts: is older than crates/server/openapi.json; run make generate" >&2
  exit 1
fi
