#!/bin/sh
# Everything that must hold before a change lands, cheapest first; `./kor test` comes here.
set -eu

VAR_DIR=$(mktemp -d)
trap 'rm -rf "$VAR_DIR"' EXIT
export VAR_DIR SECRET_KEY=endast-for-tester INSECURE_HTTP=true PATH="$PWD/.venv/bin:$PATH"

steg() {
    printf '\n── %s\n' "$*"
    "$@"
}

steg python manage.py check
steg python manage.py makemigrations --check --dry-run
steg ruff check .
steg ruff format --check .
steg mypy
steg lint-imports
# Each worker takes what stands together, so that what a file builds is built once.
parallellt='-n auto --maxprocesses 4 --dist worksteal'
# shellcheck disable=SC2086  # several words
steg env -u DATABASE_URL pytest -q $parallellt "$@"
# The browser has seen the pages once; the second database is about queries and constraints.
if [ -n "${DATABASE_URL:-}" ]; then
    steg pytest -q $parallellt -m 'not browser' "$@"
else
    steg tests/postgres.sh pytest -q $parallellt -m 'not browser' "$@"
fi
