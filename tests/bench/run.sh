#!/usr/bin/env bash
# Measures the site as it is published, and prints one table. Not a test: nothing passes or fails by a time.
# How to read it: docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish src/AvoidantGuide.Web -c Release -o "$folder/site" --nologo -v quiet
dotnet run --project tests/bench -c Release -- "$folder/site" "$PWD/content" "$@"
