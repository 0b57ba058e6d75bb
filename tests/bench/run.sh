#!/usr/bin/env bash
# Measures the site as it is published, and prints tables. Not a test: nothing passes or fails by a time.
# run.sh [pages|start|journal|saves|engines|content] [rounds], without a name all of them. How to read it: docs/performance.md.
set -euo pipefail
cd "$(dirname "$0")/../.."
what="pages start journal saves engines content"
case ${1:-} in pages|start|journal|saves|engines|content) what=$1; shift ;; esac

# need PACKAGE PROGRAM
need() {
  command -v "$2" >/dev/null && return
  local sudo=
  [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  # A server that is installed is not to be started.
  { $sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 $sudo apt-get install -y -qq --no-install-recommends "$1"; } </dev/null >/dev/null && return
  echo "$2 is not installed and cannot be (apt-get install $1)." >&2
  return 1
}

if [[ $what =~ pages|start ]]; then need wrk wrk; fi
if [[ $what == *pages* ]]; then need apache2-utils ab; need nginx-light nginx; fi
if [[ $what == *content* ]]; then need hugo hugo || echo "Its rows are left out." >&2; fi

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish src/AvoidantGuide.Web -c Release -o "$folder/site" --nologo -v quiet
dotnet build tests/bench -c Release --nologo -v quiet
if [[ $what == *start* ]]; then
  dotnet new webapp --no-https -n template -o "$folder/source" >/dev/null
  dotnet publish "$folder/source" -c Release -p:PublishReadyToRun=true --use-current-runtime --no-self-contained -o "$folder/template" --nologo -v quiet
fi
# What the program makes lies in the same folder, and goes with it also when it is interrupted.
TMPDIR="$folder" tests/bench/bin/Release/net10.0/AvoidantGuide.Bench "$what" "$folder/site" "$PWD/content" "$folder/template" "$@"
