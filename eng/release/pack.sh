#!/usr/bin/env bash
# Packs a version into a folder, in the same way as a release.
# Usage: eng/release/pack.sh VERSION FOLDER [further arguments of dotnet pack]
set -euo pipefail
version=$1
output=$(realpath -m "$2")
cd "$(dirname "$0")/../.."

# The last release: the newest tag before this commit that is not a pre-release. The API of each package is validated against it.
last=$(git describe --tags --abbrev=0 --match 'v*' --exclude '*-*' HEAD^ 2> /dev/null || true)

dotnet pack eng/Packages.slnf -c Release -o "$output" -p:Version="$version" -p:MinVerVersionOverride="$version" \
  -p:PitchlyRelease=true -p:PitchlyLastRelease="${last#v}" "${@:3}"
