#!/usr/bin/env bash
# One measured session of saydo: seed, serve, load, print a table.
#   SAYDO_BENCH_DIR=path/to/harness bench/run.sh [seconds per scenario=4]
# Without SAYDO_DATABASE_URL it measures SQLite, with it PostgreSQL (a database of its own, empty).
# The harness (load generator, reference, thin servers) must be built; its README says how.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${1:-4}
harness=${SAYDO_BENCH_DIR:-}
if [ -z "$harness" ] || [ ! -x "$harness/bench.sh" ]; then
  echo "bench: name the folder of the harness in SAYDO_BENCH_DIR" >&2
  exit 1
fi
harness=$(cd "$harness" && pwd)
loadgen=${LOADGEN:-$harness/loadgen/target/release/loadgen}
if [ ! -x "$loadgen" ]; then
  echo "bench: there is no $loadgen; build it, or name it in LOADGEN" >&2
  exit 1
fi
work=${SAYDO_BENCH_WORK:-$(mktemp -d -t saydo-bench-XXXXXX)}
out=${SAYDO_BENCH_OUT:-target/bench}
address=127.0.0.1:${SAYDO_BENCH_PORT:-8805}
database_pid=${SAYDO_BENCH_DB_PID:-}
only=${SAYDO_BENCH_ONLY:-^[^l]|^list}
mkdir -p "$work" "$out"
work=$(cd "$work" && pwd)

cargo build --release --locked --bin saydo
cargo build --release --locked -p saydo-bench-seeder
saydo=target/release/saydo

# saydo refuses settings that it does not know.
unset SAYDO_BENCH_DIR SAYDO_BENCH_WORK SAYDO_BENCH_OUT SAYDO_BENCH_PORT SAYDO_BENCH_DB_PID SAYDO_BENCH_ONLY
name=saydo-sqlite
export SAYDO_RATE_LIMIT=off SAYDO_LOG=warn
"$saydo" --data "$work/data" migrate >/dev/null
if [ -n "${SAYDO_DATABASE_URL:-}" ]; then
  name=saydo-postgres
  target/release/bench-seeder --postgres "$SAYDO_DATABASE_URL" --users "$work/users.tsv"
else
  target/release/bench-seeder --sqlite "$work/data/saydo.db" --users "$work/users.tsv"
fi

"$saydo" --data "$work/data" serve --listen "$address" >"$work/serve.log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 200); do
  if curl -fsS "http://$address/readyz" >/dev/null 2>&1; then break; fi
  kill -0 "$server" || { cat "$work/serve.log" >&2; exit 1; }
  sleep 0.05
done

# The load generator reads its adapters from its own folder, by name.
run=$(mktemp -d -t saydo-bench-run-XXXXXX)
cp "$harness/bench.sh" "$run/"
mkdir "$run/adapters"
cp bench/adapters/saydo.json "$run/adapters/"
processes="app=$server"
[ -z "$database_pid" ] || processes+=" db=$database_pid"
LOADGEN=$loadgen "$run/bench.sh" saydo "$address" "$work/users.tsv" "$processes" "$seconds" "$only" |
  tee "$out/$name.jsonl" >/dev/null
python3 "$harness/summary.py" "$out/$name.jsonl"
