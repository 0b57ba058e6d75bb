#!/usr/bin/env bash
# Two nodes behind nginx, over two PostgreSQL servers of which the second follows the first: what runs when one machine is not enough,
# on this one. Everything lies in FOLDER, and ends with `down`. Ports: PORTS="PROXY NODE NODE SERVER SERVER".
#   bed.sh up FOLDER [SITE]   SITE is the published program; without it the two servers alone
#   bed.sh down FOLDER
#   bed.sh restart FOLDER 1|2 a node: told to stop, waited for, started, waited for
#   bed.sh hold FOLDER        the primary sends nothing more to its standby, as when the network between them stalls
#   bed.sh kill FOLDER        the primary dies, all of it at once
#   bed.sh promote FOLDER     the standby becomes the primary
#   bed.sh rejoin FOLDER      the one that died comes back as the standby of the other
set -euo pipefail
verb=${1:-} folder=${2:-}
[ -n "$folder" ] || { sed -n '2,11s/^# \?//p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
bin=$(compgen -G "/usr/lib/postgresql/15/bin")

# as ACCOUNT COMMAND...; neither server may run as root.
as() {
  local account=$1
  shift
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid="$account" --regid="$account" --init-groups -- "$@"; else "$@"; fi
}

own() { [ "$(id -u)" -ne 0 ] || chown "$1:" "$2"; }

until_true() {
  local _
  for _ in $(seq 2400); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep .05
  done
  echo "Not within two minutes: $*" >&2
  return 1
}

port() { echo "${ports[2 + $1]}"; }
sql() { PGPASSWORD=$secret psql -X -q -t -A -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$(port "$1")" -U postgres "${@:3}" -c "$2" postgres; }
postmaster() { head -n 1 "$folder/server-$1/data/postmaster.pid"; }

start() {
  local at=$folder/server-$1
  # In its folder, so that clean.sh finds it; nothing of it in memory that would outlive a kill.
  (cd "$at" && as postgres "$bin/pg_ctl" start -w -s -D "$at/data" -l "$at/log" \
    -o "-c port=$(port "$1") -c listen_addresses=127.0.0.1 -c unix_socket_directories='$at' -c dynamic_shared_memory_type=mmap -c recovery_init_sync_method=syncfs") </dev/null >/dev/null
}

# stand_by STANDBY PRIMARY
stand_by() {
  rm -rf "$folder/server-$1/data"
  (cd "$folder/server-$1" && PGPASSWORD=$secret as postgres "$bin/pg_basebackup" -D "$folder/server-$1/data" -N -R -X stream -c fast \
    -d "host=127.0.0.1 port=$(port "$2") user=postgres application_name=standby")
  start "$1"
  until_true follows "$2"
  # Only now, and on the primary alone: without a standby every commit would wait for ever, and what is promoted has none.
  sql "$2" "ALTER SYSTEM SET synchronous_standby_names = 'standby'"
  sql "$2" "SELECT pg_reload_conf()" >/dev/null
  until_true is_synchronous "$2"
}

follows() { [ "$(sql "$1" "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'")" = 1 ]; }
is_synchronous() { [ "$(sql "$1" "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'")" = 1 ]; }

node() {
  local at=$folder/node-$1
  mkdir -p "$at/temporary"
  (
    cd "$at"
    export Urls="http://127.0.0.1:${ports[$1]}" Journal__Provider=postgres Journal__SharedKey TMPDIR="$at/temporary" DOTNET_EnableDiagnostics=0
    export Journal__StartsPerHour=1000000000 Journal__SavesPerHour=1000000000
    ConnectionStrings__Journal=$(cat "$folder/connection") Journal__SharedKey=$(cat "$folder/key") Guide__ContentPath=$(cat "$folder/content")
    export ConnectionStrings__Journal Guide__ContentPath
    setsid "$folder/site-$1/AvoidantGuide.Web" </dev/null >>"$at/log" 2>&1 &
    echo $! >"$at/pid"
  )
  until_true curl -sf "http://127.0.0.1:${ports[$1]}/readyz"
}

# One that nobody asked for its end is still in the list, without a program.
ended() { [ ! -e "/proc/$1/exe" ]; }

proxy() {
  local at=$folder/proxy conf=$here/nginx.conf
  [ -e "$conf" ] || conf=$here/../../docs/server/nginx.conf
  mkdir "$at"
  own www-data "$at"
  # The very file that servers are told to use, but for what needs a name, a certificate and more than one address to ask from.
  sed '/^server {$/{:a;N;/\n}$/!ba;/listen 80;/d}' "$conf" | sed -e 's/listen 443 [^;]*/listen 127.0.0.1:'"${ports[0]}"'/' -e '/listen \[/d; /ssl_/d; /limit_req/d; s/\$scheme/https/' \
    -e "s/^\( *server\) 127.0.0.1:5080\(.*\)/\1 127.0.0.1:${ports[1]}\2\n\1 127.0.0.1:${ports[2]}\2/" -e "s|error_log [^ ]*|error_log $at/log|" >"$at/site.conf"
  cat >"$at/nginx.conf" <<END
daemon off;
pid $at/pid;
error_log $at/log crit;
events { worker_connections 2048; }
http {
  client_body_temp_path $at/body; proxy_temp_path $at/proxied; fastcgi_temp_path $at/fastcgi; uwsgi_temp_path $at/uwsgi; scgi_temp_path $at/scgi;
  include $at/site.conf;
}
END
  (
    cd "$at"
    # Before the function, whose shell stays: it would hold on to our own output, and whoever reads that would wait for ever.
    exec </dev/null >"$at/said" 2>&1
    as www-data setsid /usr/sbin/nginx -p "$at" -c "$at/nginx.conf" &
  )
  until_true curl -sf "http://127.0.0.1:${ports[0]}/readyz"
}

case $verb in
  up)
    mkdir -p "$folder"
    folder=$(cd "$folder" && pwd)
    [ ! -e "$folder/ports" ] || { echo "$folder holds a bed already." >&2; exit 1; }
    as postgres test -x "$folder" || { echo "The account postgres cannot reach $folder." >&2; exit 1; }
    echo "${PORTS:-5080 5081 5082 5501 5502}" >"$folder/ports"
    # For a node's every start.
    echo "${CONTENT:-$here/../../content}" >"$folder/content"
    (umask 077; head -c 24 /dev/urandom | base64 | tr '+/' '-_' >"$folder/secret"; head -c 32 /dev/urandom | base64 >"$folder/key")
    ;;
  *)
    [ -e "$folder/ports" ] || { echo "$folder holds no bed." >&2; exit 1; }
    folder=$(cd "$folder" && pwd)
    ;;
esac
read -ra ports <"$folder/ports"
secret=$(cat "$folder/secret")
primary=$(cat "$folder/primary" 2>/dev/null || echo 1)
standby=$((3 - primary))

case $verb in
  up)
    mkdir "$folder/server-1" "$folder/server-2"
    for owned in secret server-1 server-2; do own postgres "$folder/$owned"; done
    (cd "$folder/server-1" && as postgres "$bin/initdb" -N -D "$folder/server-1/data" -U postgres -A scram-sha-256 --pwfile="$folder/secret" -E UTF8 --no-locale) >/dev/null
    start 1
    sql 1 "CREATE ROLE journal LOGIN PASSWORD '$secret'"
    sql 1 "CREATE DATABASE journal OWNER journal"
    stand_by 2 1
    (umask 077; echo "Host=127.0.0.1:$(port 1),127.0.0.1:$(port 2);Username=journal;Password=$secret;Database=journal${CONNECTION:+;$CONNECTION}" >"$folder/connection")
    echo 1 >"$folder/primary"
    if [ -n "${3:-}" ]; then
      for number in 1 2; do
        # Each node writes beside its own program.
        cp -r "$3" "$folder/site-$number"
        node "$number"
      done
      proxy
      echo "http://127.0.0.1:${ports[0]}"
    fi
    ;;
  down)
    "$here/clean.sh" "$folder"
    rm -rf "$folder"
    ;;
  restart)
    pid=$(cat "$folder/node-$3/pid")
    kill -TERM "$pid"
    until_true ended "$pid"
    node "$3"
    ;;
  hold) pgrep -P "$(postmaster "$primary")" -f walsender | xargs kill -STOP ;;
  kill)
    all=$(postmaster "$primary")
    # The first of them first: it would otherwise end the others in order.
    # shellcheck disable=SC2046
    kill -KILL "$all" $(pgrep -P "$all")
    # What it leaves in the kernel.
    ipcrm -m "$(awk 'NR == 7 { print $2 }' "$folder/server-$primary/data/postmaster.pid")"
    rm "$folder/server-$primary/data/postmaster.pid"
    ;;
  promote)
    as postgres "$bin/pg_ctl" promote -w -s -D "$folder/server-$standby/data"
    echo "$standby" >"$folder/primary"
    ;;
  rejoin) stand_by "$standby" "$primary" ;;
  *) exit 2 ;;
esac
