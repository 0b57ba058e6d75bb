#!/usr/bin/env bash
# Takes the newest version of every package within its major one: src/Packages.props and the lock files change, nothing else.
# Then run ./tests/run.sh, read what changed in the packages that are shipped (packages.txt beside the program), and commit.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet restore >/dev/null
dotnet list package --outdated --highest-minor --format json |
  awk -F'"' '/"id":/ { id = $4 } /"resolvedVersion":/ { old = $4 } /"latestVersion":/ { if ($4 ~ /^[0-9]/ && $4 != old) print id, $4 }' | sort -u |
  while read -r id version; do
    sed -i "s|\(Include=\"$id\" Version=\"\)[^\"]*|\1$version|" src/Packages.props
    echo "$id $version"
  done
dotnet restore --force-evaluate >/dev/null
git diff --stat -- src/Packages.props '*packages.lock.json'
