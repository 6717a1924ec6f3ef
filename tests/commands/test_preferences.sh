#!/usr/bin/env bash
# Who has sent what: counted by hand from files written here. $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
sed -i 's/^  name: Lee Chan/&\n  email: lee.chan@example.org/' "$work/service/clinicians.yaml"
sent=$work/service/2027-01/preferences
rm -f "$sent"/*
write() { printf 'clinician: %s\nmonth: 2027-01\nsubmitted: %s\n%b' "$1" "$2" "$3" >"$sent/$1.yaml"; }
write maya 2026-12-01 'locations: {hove: love}\nsessions: [{on: 2027-01-06 am, want: off}, {every: wed pm, want: {at: hove}, how: like}]\n'
write owen 2026-12-02 'locations: {hove: like, west-hove: dislike}\nsessions: [{every: wed am, want: off}, {on: 2027-01-12 am, want: {task: clinic, at: hove}, how: dislike}]\n'
write callum 2026-12-20 'tasks: {clinic: love}\npeople: {maya: like}\nsessions: [{on: 2027-01-12 am, want: {task: clinic, at: hove}, how: dislike}]\n'
write zara 2026-12-02 'tasks: {nonsense: love}\n'
out=$("$rota" preferences "$work/service" --month 2027-01 2>/dev/null)
expect() { grep -qE "$1" <<<"$out" || { echo "does not say '$1':"; echo "$out"; exit 1; }; }
expect '^sent \(3\)'
expect '^sent late \(1\)'
expect '^nothing sent \(4\)'
expect 'zara.yaml:4: unknown task'
expect '^Hove hub +1 +1 *$'
expect '^West Hove PCN +1 *$'
expect '^  Wed 6 Jan am +2 of the [0-9]+ who work then'
expect '^  Wed 13 Jan am +1 of the'
expect '^  MSK clinic at Hove hub on Tue 12 Jan am: dislike, 2 people$'
expect '^  Hove hub every wed pm: like, 1 person$'
expect '^With whom, or not, to work: 1 wish, in the files$'
out=$("$rota" preferences "$work/service" --month 2027-01 --remind 2>/dev/null)
[ "$(sort <<<"$out" | cut -d: -f1 | tr '\n' ' ')" = "helen lee sofia tunde " ] || { echo "$out"; exit 1; }
expect '^lee: Lee Chan, lee.chan@example.org$'
expect '^sofia: Sofia Rossi$'
"$rota" preferences "$work/service" --month 2027-01 --json 2>/dev/null |
  grep -q '"callum": "late"' || { echo "the JSON does not say who is late"; exit 1; }
