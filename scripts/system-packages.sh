#!/usr/bin/env bash
# Brings what the tests need from the system: a C compiler, Chromium, PostgreSQL's server programs,
# Python with venv. Installs them with apt where there is apt and the right to use it.
#   system-packages.sh                 everything that the tests need
#   system-packages.sh cc              only what the build needs
set -euo pipefail

packages=()

has_postgres() {
  command -v initdb >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null
}
has_chromium() {
  command -v chromium >/dev/null || command -v chromium-headless-shell >/dev/null ||
    command -v google-chrome >/dev/null || [ -n "${SAYDO_CHROMIUM:-}" ]
}
has_venv() {
  command -v python3 >/dev/null && python3 -c 'import venv, ensurepip' 2>/dev/null
}

command -v cc >/dev/null || packages+=(build-essential)
if [ "${1:-all}" = all ]; then
  has_chromium || packages+=(chromium)
  has_postgres || packages+=(postgresql)
  has_venv || packages+=(python3 python3-venv)
fi
[ ${#packages[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" != 0 ]; then
  if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  else
    as_root=(false)
  fi
fi
if ! command -v apt-get >/dev/null || [ "${as_root[0]:-}" = false ]; then
  printf 'saydo: the tests need %s; install them with your package manager, for example:\n' "${packages[*]}" >&2
  printf '  Debian, Ubuntu   sudo apt-get install %s\n' "${packages[*]}" >&2
  printf '  Fedora           sudo dnf install gcc chromium postgresql-server python3\n' >&2
  printf '  macOS            brew install chromium postgresql@17 python\n' >&2
  exit 1
fi
printf 'saydo: installing %s\n' "${packages[*]}"
"${as_root[@]}" apt-get update -qq
# The packaged PostgreSQL would start a cluster of its own; the tests bring theirs.
if printf '%s\n' "${packages[@]}" | grep -qx postgresql && [ ! -e /etc/postgresql-common/createcluster.conf ]; then
  "${as_root[@]}" mkdir -p /etc/postgresql-common
  printf 'create_main_cluster = false\n' | "${as_root[@]}" tee /etc/postgresql-common/createcluster.conf >/dev/null
fi
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
