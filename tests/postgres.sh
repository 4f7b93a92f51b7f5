#!/bin/sh
# Runs a command against a PostgreSQL of its own and takes it away afterwards, whatever happened:
#   tests/postgres.sh COMMAND …    with DATABASE_URL set
#   tests/postgres.sh --finns      whether there is a PostgreSQL to start
# It listens on a socket in its own folder only, so two may run at once and no port is taken.
set -eu

for bin in /usr/lib/postgresql/*/bin "$(dirname "$(command -v pg_ctl || echo /)")"; do
    [ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] && break
    bin=''
done
if [ "$1" = --finns ]; then
    [ -n "$bin" ]
    exit
fi
[ -n "$bin" ] || { echo 'PostgreSQL saknas: installera paketet postgresql.' >&2; exit 1; }

mapp=$(mktemp -d)
som=''
if [ "$(id -u)" = 0 ]; then # the server refuses to run as root
    som='runuser -u postgres --'
    chown postgres "$mapp"
fi

stang() {
    $som "$bin/pg_ctl" -D "$mapp/data" -m immediate stop >/dev/null 2>&1 || true
    rm -rf "$mapp"
}
trap stang EXIT
trap 'exit 1' HUP INT TERM

cd "$mapp"
$som "$bin/initdb" -D data -U finsam -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 || { cat log >&2; exit 1; }
# Nothing here outlives the run, so nothing needs to reach the disk.
$som "$bin/pg_ctl" -D data -l data/log -w start >/dev/null \
    -o "-k $mapp -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off" ||
    { cat data/log >&2; exit 1; }
cd "$OLDPWD"

DATABASE_URL="postgres://finsam@/$mapp/finsam" "$@"
