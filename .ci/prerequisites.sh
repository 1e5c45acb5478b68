# Sourced by ./run and ./test: what both need on the machine.

say() { printf '%s\n' "$*" >&2; }

stop() {
  say "$*"
  exit 1
}

require_dotnet() {
  command -v dotnet >/dev/null || stop "The .NET SDK 10 is missing: https://dotnet.microsoft.com/download/dotnet/10.0 (or: apt-get install dotnet-sdk-10.0)."
  (cd "$root" && dotnet --version >/dev/null 2>&1) || stop "A .NET SDK that fits global.json is missing; installed: $(dotnet --list-sdks | cut -d' ' -f1 | paste -sd' ')."
}

has_postgresql() {
  local candidate
  for candidate in "$(pg_config --bindir 2>/dev/null || true)/initdb" /usr/lib/postgresql/*/bin/initdb /usr/pgsql-*/bin/initdb; do
    [[ -x "$candidate" ]] && return 0
  done
  command -v initdb >/dev/null
}

as_root() {
  if [[ $EUID -eq 0 ]]; then "$@"; else sudo -n "$@"; fi
}

# Only the binaries are wanted: the package must not make and start a cluster of its own.
require_postgresql() {
  has_postgresql && return
  local by_hand="Install PostgreSQL 15 or newer (its initdb and postgres binaries), or give --connection."
  command -v apt-get >/dev/null || stop "PostgreSQL is missing. $by_hand"
  [[ $EUID -eq 0 ]] || sudo -n true 2>/dev/null || stop "PostgreSQL is missing, and installing it needs root. $by_hand"
  say "PostgreSQL is missing; installing it by apt-get ..."
  {
    as_root apt-get update -q
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql-common
    as_root sh -c 'echo "create_main_cluster = false" >> /etc/postgresql-common/createcluster.conf'
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends postgresql
  } >&2 </dev/null || stop "PostgreSQL could not be installed. $by_hand"
  has_postgresql || stop "PostgreSQL was installed, but its binaries were not found. $by_hand"
}
