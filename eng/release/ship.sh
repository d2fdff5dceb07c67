#!/usr/bin/env bash
# Moves the public API, the diagnostics and the changelog's section of a release from "unshipped" to "shipped". Running it again changes
# nothing.
# Usage: eng/release/ship.sh VERSION
set -euo pipefail
cd "$(dirname "$0")/../.."
version=${1:-}
if [[ ! $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]]; then
  echo "'$version' is no version of a release, such as 1.2.0. A pre-release ships nothing: its API may still change." >&2
  exit 1
fi

# ship_api FOLDER: adds the unshipped lines to the shipped ones; a line '*REMOVED*X' removes X.
ship_api() {
  local shipped="$1/PublicAPI.Shipped.txt" unshipped="$1/PublicAPI.Unshipped.txt" moved
  moved=$(awk '
    /^#nullable/ { next }
    sub(/^\*REMOVED\*/, "") { removed[$0]; next }
    NF { api[$0] }
    END { for (line in api) if (!(line in removed)) print line }' "$shipped" "$unshipped" | LC_ALL=C sort)
  printf '#nullable enable\n%s' "${moved:+$moved$'\n'}" > "$shipped"
  printf '#nullable enable\n' > "$unshipped"
}

# ship_rules FOLDER: adds the unshipped tables of diagnostics to the shipped ones, under the heading of this release.
ship_rules() {
  local shipped="$1/AnalyzerReleases.Shipped.md" unshipped="$1/AnalyzerReleases.Unshipped.md" rules
  rules=$(sed '/^;/d' "$unshipped" | sed '/./,$!d')
  [ -n "$rules" ] || return 0
  printf '\n## Release %s\n\n%s\n' "$version" "$rules" >> "$shipped"
  printf '; Unshipped analyzer release\n' > "$unshipped"
}

for file in src/*/PublicAPI.Unshipped.txt; do ship_api "$(dirname "$file")"; done
for file in generators/*/AnalyzerReleases.Unshipped.md; do ship_rules "$(dirname "$file")"; done
if ! grep -qF "## [$version]" CHANGELOG.md; then
  sed -i "s/^## \[Unreleased\]$/&\n\n## [$version] - $(date -u +%F)/" CHANGELOG.md
fi
