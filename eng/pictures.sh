#!/usr/bin/env bash
# Makes README's pictures anew, and the texts beside them with which the browser tests compare the page. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p samples/pictures
PITCHLY_PICTURES=make dotnet test --project tests/Pitchly.Sdk.Browser.Tests --filter-class "*.PictureTests"
