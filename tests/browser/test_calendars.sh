#!/usr/bin/env bash
# The calendars of a month in which the clocks change, as a second parser reads them.
# $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch the parser"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
mv "$work/service/2027-01" "$work/service/2027-03"
rm -r "$work"/service/2027-03/*
printf '{}\n' >"$work/service/2027-03/month.yaml"
"$rota" build "$work/service" --month 2027-03 --deterministic --time 1 --quiet 2>/dev/null 2>&1
"$rota" export "$work/service" "$work/service/2027-03/rota.json" --ics "$work/calendars" >/dev/null 2>&1
# In Auckland it is another day; the events are where they were.
TZ=Pacific/Auckland node tests/browser/calendars.js "$work/calendars" \
  "$work/service/2027-03/rota.csv"
grep -q 'DTSTART;TZID=Europe/London:20270331T' "$work/calendars/person-maya.ics"

# a version later: what is no more is cancelled
month=$work/service/2027-03
"$rota" publish "$work/service" "$month/rota.json" >/dev/null 2>&1
cp "$month/rota.csv" "$work/first.csv"
"$rota" repair "$work/service" -m 2027-03 --absent maya --from 2027-03-29 --to 2027-03-31 --today 2027-03-01 \
  --deterministic --quiet 2>/dev/null
"$rota" publish "$work/service" "$month/rota.json" --reason "Maya was ill" >/dev/null 2>&1
"$rota" export "$work/service" "$month/rota.json" --ics "$work/later" >/dev/null 2>&1
TZ=Pacific/Auckland node tests/browser/calendars.js "$work/later" "$month/rota.csv" "$work/first.csv"
