#!/usr/bin/env bash
# Measures the site as it is published, and prints tables. Not a test: nothing passes or fails by a time.
# run.sh [pages|journal|saves|content] [rounds], without a name all of them. How to read it: docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
what="pages journal saves content"
case ${1:-} in pages|journal|saves|content) what=$1; shift ;; esac
if [[ $what == *content* ]] && ! command -v hugo >/dev/null; then
  if [ "$(id -u)" -eq 0 ]; then sudo=; else sudo="sudo -n"; fi
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends hugo; } </dev/null >/dev/null \
    || echo "Hugo is not installed and cannot be: its rows are left out." >&2
fi
if [[ $what == *pages* ]] && ! command -v wrk >/dev/null; then
  echo "wrk is not installed (apt-get install wrk): pages is left out." >&2
  what=${what/pages/}
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish src/AvoidantGuide.Web -c Release -o "$folder/site" --nologo -v quiet
dotnet build tests/bench -c Release --nologo -v quiet
# What the program makes lies in the same folder, and goes with it also when it is interrupted.
for one in $what; do TMPDIR="$folder" tests/bench/bin/Release/net10.0/AvoidantGuide.Bench "$one" "$folder/site" "$PWD/content" "$@"; done
