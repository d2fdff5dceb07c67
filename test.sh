#!/usr/bin/env bash
# Installs the requirements of the tests if they are missing, then runs all tests. The last line shows their number.
# With --fast, it skips tests that need a browser, create packages or build the site. Further arguments are passed to dotnet test.
set -uo pipefail
cd "$(dirname "$0")"

solution=Pitchly.Sdk.sln
selection=()
if [ "${1:-}" = --fast ]; then
  shift
  solution=eng/Fast.slnf
  selection=(--filter-not-trait Speed=Slow)
fi

if ! command -v dotnet > /dev/null; then
  echo "The .NET SDK is missing. Install .NET 10 from https://dot.net, then run this again." >&2
  exit 1
fi

# install COMMAND PACKAGE…: installs Debian packages if a command is missing.
install() {
  command -v "$1" > /dev/null && return
  shift
  echo "Installing $*, which the tests need."
  local root=""
  [ "$(id -u)" -eq 0 ] || root="sudo"
  $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends "$@" > /dev/null
}

if command -v apt-get > /dev/null; then
  [ "$solution" != Pitchly.Sdk.sln ] || install chromium chromium fonts-dejavu-core
  install npm npm
  install redis-server redis-server
  install "$(echo /usr/lib/postgresql/*/bin/postgres)" postgresql
fi
scripts=tests/Pitchly.Sdk.Browser.Tests
# add FOLDER PACKAGE: installs the packages of a folder's package.json if one of them is missing.
add() {
  if [ ! -d "$1/node_modules/$2" ] && command -v npm > /dev/null; then
    echo "Installing $2 in $1."
    npm ci --prefix "$1" --no-audit --no-fund --silent
  fi
}
add "$scripts" typescript
add tests/Pitchly.Emulator.Tests oauth4webapi

# The builds of a run share a compiler server, because a new one takes seconds to start. The first build starts it; it is stopped below.
export UseSharedCompilation=true SharedCompilationId="pitchly-test-$$"

# The processes of a run are too short-lived to benefit from profiles of their code.
export DOTNET_TieredPGO=0
compiler="$(dotnet msbuild tests/Pitchly.Sdk.Docs.Tests -getProperty:RoslynTargetsPath)/bincore/VBCSCompiler.dll"

log=$(mktemp)
trap 'rm -f "$log"; dotnet "$compiler" -pipename:"$SharedCompilationId" -shutdown > /dev/null' EXIT
dotnet test --solution "$solution" "${selection[@]}" "$@" 2>&1 | tee "$log"
code=${PIPESTATUS[0]}

cat "$scripts"/bin/*/net10.0/published-size.txt 2> /dev/null

count() { sed 's/\x1b\[[0-9;]*m//g' "$log" | awk -v word="$1:" '$1 == word { n = $2 } END { print n + 0 }'; }
passed=$(count succeeded)
failed=$(count failed)
skipped=$(count skipped)
if [ "$skipped" -gt 0 ] && [ "${CI:-}" = true ]; then
  echo "In CI nothing may be skipped." >&2
  code=1
fi
if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
  echo "The run failed before or beside the tests; see above." >&2
  failed=1
fi

if [ "$skipped" -gt 0 ]; then
  echo "$passed passed, $failed failed, $skipped skipped"
else
  echo "$passed passed, $failed failed"
fi
exit "$code"
