#!/usr/bin/env bash
# Builds the site (guides, diagnostics and API reference) into a folder. The default is artifacts/site.
set -euo pipefail
cd "$(dirname "$0")/../.."
output=$(realpath -m "${1:-artifacts/site}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# property NAME: prints a property of Directory.Build.props.
property() { dotnet msbuild eng/site/Api.csproj -getProperty:"$1"; }
files="$(property PitchlyRepository)/blob/main/"

# On the site, a README.md is the index page of its folder, and links to files outside of docs point to the repository.
cp -r docs/. "$work"
cp eng/site/docfx.json eng/site/toc.yml src/icon.png "$work"
sed -E -i "s#\]\(\.\./#](${files}#g; s#\]\(README\.md#](index.md#g; s#\]\(diagnostics\)#](diagnostics/index.md)#g" "$work"/*.md
sed -E -i "s#\]\(\.\./\.\./#](${files}#g; s#\]\(\.\./README\.md#](../index.md#g" "$work"/diagnostics/*.md
find "$work" -name README.md -execdir mv {} index.md \;
for page in "$work"/diagnostics/PITCHLY*.md; do
  echo "- { name: \"$(sed -n '1s/^# //p' "$page")\", href: $(basename "$page") }"
done > "$work/diagnostics/toc.yml"
mkdir "$work/schemas"
cp src/*/Schemas/*-schema-*.json src/*/Configuration/*-schema-*.json "$work/schemas"

dotnet build eng/site/Api.csproj -restore -t:Collect -p:CollectIn="$work/assemblies" -v:quiet --nologo
dotnet tool restore --verbosity quiet
dotnet docfx metadata "$work/docfx.json" --warningsAsErrors --logLevel warning
dotnet docfx build "$work/docfx.json" --warningsAsErrors --logLevel warning --output "$output"
