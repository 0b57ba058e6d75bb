#!/usr/bin/env bash
# Does to the published site what is promised not to harm it, and prints a table. Fails when a promise does not hold, or when a row does
# not notice that what protects it was taken away.
# run.sh [ROW,…] [full|brief|COUNT]; without a name all rows, without a count as often as it takes to notice; brief takes nothing away, and
# runs what tests/run.sh has built. How to read it: docs/faults.md.
set -euo pipefail
cd "$(dirname "$0")/../.."

# need PACKAGE FILE...
need() {
  local package=$1
  shift
  if compgen -G "$1" >/dev/null; then return; fi
  local sudo=
  [ "$(id -u)" -eq 0 ] || sudo="sudo -n"
  # A server that is installed is not to be started.
  { $sudo apt-get update -qq && $sudo env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends "$package"; } </dev/null >/dev/null && return
  echo "$package is not installed and cannot be (apt-get install $package)." >&2
  return 1
}

folder=$(mktemp -d)
# The database servers refuse to run as root: their account must get to what is theirs.
chmod 711 "$folder"
# Whatever was mounted or started for this lies in the folder.
clean() {
  trap - EXIT INT TERM
  [ -z "${harness:-}" ] || kill "$harness" 2>/dev/null || true
  tests/faults/clean.sh "$folder"
  rm -rf "$folder"
}
trap clean EXIT
trap 'clean; exit 130' INT TERM

# Whether one of these rows is to run; all are where none is named.
asked() {
  local row
  case ${rows:=all} in all | full | brief | [0-9]*) return 0 ;; esac
  for row; do case ,$rows, in *,$row,*) return 0 ;; esac; done
  return 1
}

rows=${1:-}
if asked clock; then need faketime "/usr/lib/*/faketime/libfaketimeMT.so.1"; fi
if asked power; then need e2fsprogs "/usr/sbin/mkfs.ext4"; fi
if asked nodes primary rolling; then
  need postgresql-15 "/usr/lib/postgresql/15/bin/postgres"
  need nginx-light "/usr/sbin/nginx"
fi
if [ "${!#}" = brief ]; then
  configuration=Debug site=$PWD/src/AvoidantGuide.Web/bin/Debug/net10.0
else
  configuration=Release site=$folder/site
  dotnet publish src/AvoidantGuide.Web -c Release -o "$site" --nologo -v quiet
  dotnet build tests/faults -c Release --nologo -v quiet
fi
# In the background, so that an interruption is heard at once.
(cd "$folder" && exec "$OLDPWD/tests/faults/bin/$configuration/net10.0/AvoidantGuide.Faults" "$OLDPWD" "$site" "$folder" "$@") &
harness=$!
wait "$harness"
