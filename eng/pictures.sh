#!/usr/bin/env bash
# Creates README's pictures again, and the text files next to them with which the browser tests compare the page. Requires chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p samples/pictures
PITCHLY_PICTURES=make dotnet test --project tests/Pitchly.Sdk.Browser.Tests --filter-class "*.PictureTests"
