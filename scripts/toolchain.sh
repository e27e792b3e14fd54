#!/usr/bin/env bash
# Says plainly which toolchain is missing. Everything else the Makefile brings itself.
#   toolchain.sh          Rust and Node
#   toolchain.sh rust     Rust only
set -euo pipefail

missing=0
complain() {
  printf 'saydo: %s\n' "$1" >&2
  missing=1
}

if ! command -v cargo >/dev/null; then
  complain "Rust is missing: install it from https://rustup.rs (1.95 or newer), then try again"
else
  rust=$(rustc --version | sed -E 's/^rustc ([0-9]+\.[0-9]+).*/\1/')
  if [ "$(printf '1.95\n%s\n' "$rust" | sort -V | head -n 1)" != 1.95 ]; then
    complain "Rust $rust is too old: saydo needs 1.95 or newer (rustup update)"
  fi
fi

if [ "${1:-all}" != rust ]; then
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    complain "Node is missing: install Node 20.19 or newer with npm from https://nodejs.org, then try again"
  else
    node=$(node --version | tr -d v)
    if [ "$(printf '20.19.0\n%s\n' "$node" | sort -V | head -n 1)" != 20.19.0 ]; then
      complain "Node $node is too old: saydo needs 20.19 or newer"
    fi
  fi
fi
exit "$missing"
