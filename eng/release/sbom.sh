#!/usr/bin/env bash
# Writes the bill of materials of each package (CycloneDX, JSON) into a folder.
# Usage: eng/release/sbom.sh VERSION FOLDER
set -euo pipefail
version=$1
output=$(realpath -m "$2")
cd "$(dirname "$0")/../.."

# The packages that the generator and the analyzers are compiled against, but that the compiler or the IDE provides.
brought=Humanizer.Core,IsExternalInit,Microsoft.CodeAnalysis.Analyzers,Microsoft.CodeAnalysis.Common,Microsoft.CodeAnalysis.CSharp
brought+=,Microsoft.CodeAnalysis.CSharp.Workspaces,Microsoft.CodeAnalysis.Workspaces.Common,System.Composition

dotnet tool restore --verbosity quiet
dotnet restore eng/Packages.slnf --verbosity quiet
for project in src/*/*.csproj; do
  name=$(basename "$project" .csproj)
  dotnet dotnet-CycloneDX "$project" --recursive --include-project-references --set-nuget-purl --exclude-dev --exclude-filter "$brought" \
    --disable-package-restore --no-serial-number --output-format Json \
    --set-type Library --set-name "$name" --set-version "$version" --output "$output" --filename "$name.$version.cdx.json" > /dev/null
done
