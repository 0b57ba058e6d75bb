#!/usr/bin/env bash
# A PostgreSQL for tests, in a folder of its own: postgres.sh up FOLDER prints how to connect; postgres.sh down FOLDER ends it.
# It listens on a socket in that folder and on no port, and is not made to survive anything, unless `durable` comes third.
set -euo pipefail
what=${1:?up or down} folder=${2:?FOLDER}
fast="-c fsync=off -c synchronous_commit=off -c full_page_writes=off"
[ "${3:-}" != durable ] || fast="-c shared_buffers=512MB -c max_wal_size=4GB"

# It refuses to run as root, and Debian's package brings an account for it.
as() { if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi; }
# Where the server's programs are: the client alone has a folder of that name too.
program() { ls /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -V | tail -1 | xargs -r dirname; }

case $what in
  up)
    if [ -z "$(program)" ]; then
      if [ "$(id -u)" -eq 0 ]; then sudo=; else sudo="sudo -n"; fi
      # Installed, not started: RUNLEVEL=1, and no cluster is made.
      { $sudo apt-get update -qq && $sudo mkdir -p /etc/postgresql-common && echo "create_main_cluster = false" | $sudo tee /etc/postgresql-common/createcluster.conf \
        && DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 $sudo apt-get install -y -qq --no-install-recommends postgresql-15; } </dev/null >/dev/null
    fi
    mkdir -p "$folder"
    if [ "$(id -u)" -eq 0 ]; then chown postgres "$folder"; fi
    as "$(program)/initdb" -D "$folder/data" -U postgres --auth=trust -E UTF8 --locale=C --no-sync >/dev/null
    as "$(program)/pg_ctl" -D "$folder/data" -l "$folder/log" -w -s start \
      -o "-c listen_addresses='' -c unix_socket_directories='$folder' $fast -c max_connections=200" </dev/null >&2
    echo "Host=$folder;Username=postgres;Database=postgres"
    ;;
  down)
    as "$(program)/pg_ctl" -D "$folder/data" -m immediate -s stop >/dev/null 2>&1 || true
    rm -rf "$folder"
    ;;
esac
