#!/usr/bin/env bash
# Every check, in order, the same for a person and for CI. Needs the .NET 10 SDK; installs the browser where it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."

step() { printf '\n== %s\n' "$1"; }

if ! { command -v chromium && command -v chromium-headless-shell; } >/dev/null; then
  step "Chromium, for the browser tests"
  if [ "$(id -u)" -eq 0 ]; then sudo=; else sudo=sudo; fi
  $sudo apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends chromium chromium-headless-shell fonts-dejavu-core </dev/null >/dev/null
fi

step "Restore"
# CI takes exactly what the lock files name.
dotnet restore ${CI:+--locked-mode}

step "Build, with warnings as errors"
# One compiler for all projects: each project's own would be compiled itself first.
dotnet build --no-restore --nologo -v quiet -p:UseSharedCompilation=true
dotnet build-server shutdown --vbcscompiler >/dev/null

step "Format"
# Its other parts, style and analyzers, were the build: there each warning is an error.
dotnet format whitespace --no-restore --verify-no-changes

step "Content"
dotnet run --no-build --project src/AvoidantGuide.Web -- check

step "Protections that tests/faults takes away"
dotnet run --no-build --project tests/faults -- check "$PWD"

step "PostgreSQL, for the journal's tests"
# Short: a socket's address has room for a hundred letters.
postgres=$(mktemp -d /tmp/pg-XXXXXX)
results=$(mktemp -d)
trap 'tests/postgres.sh down "$postgres"; rm -rf "$results"' EXIT
JOURNAL_POSTGRES=$(tests/postgres.sh up "$postgres")
export JOURNAL_POSTGRES

step "Tests"
# What runs for a minute gains nothing from code compiled a second time after 30 calls; after 512 (hexadecimal) it may.
export DOTNET_TC_CallCountThreshold=200
status=0
dotnet test -m:1 --no-build --nologo --logger "trx" --results-directory "$results" || status=$?

step "The journal's tests once more, on PostgreSQL"
JOURNAL_TESTS_ON=postgres dotnet test tests/AvoidantGuide.Journal.Tests --no-build --nologo --filter "Store!=file&Store!=both" --logger "trx" --results-directory "$results" || status=$?
JOURNAL_TESTS_ON=postgres dotnet test tests/AvoidantGuide.Web.Tests --no-build --nologo --filter "FullyQualifiedName~Pages.Journal" --logger "trx" --results-directory "$results" || status=$?

step "What must not go wrong, once or twice each"
# Without `clock`, which waits for eleven starts.
tests/faults/run.sh crash,twice,power,full,damage,stolen,guessing,slow,busy,restart,backup,upgrade brief || status=$?

# One line for people and machines: what passed, failed and was skipped, over all projects.
count() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | paste -sd+ | sed 's/^$/0/' | { read -r sum; echo $((sum)); }; }
passed=$(count passed) failed=$(count failed) skipped=$(($(count total) - $(count executed)))
echo
echo "$passed passed, $failed failed, $skipped skipped"
[ "$passed" -gt 0 ] || { echo "No test ran." >&2; exit 1; }
if [ "${CI:-}" = true ] && [ "$skipped" -gt 0 ]; then echo "A skipped test fails the run in CI." >&2; exit 1; fi
exit "$status"
