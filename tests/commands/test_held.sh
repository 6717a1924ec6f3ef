#!/usr/bin/env bash
# One build, repair or publish at a time on a folder: the second is told who has it; whoever is
# killed holds nothing. A rewritten file keeps its rights.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cp -r "$(dirname "${BASH_SOURCE[0]}")/../../examples/locality" "$work/service"
service=$work/service month=$service/2027-01
"$rota" build "$service" -m 2027-01 -t 60 --threads 1 -q >/dev/null 2>&1 &
first=$!
for ((i = 0; i < 200; i++)); do
  grep -q "build of 2027-01" "$service/.rota-lock" 2>/dev/null && break
  sleep 0.1
done
for command in "build" "repair"; do
  expect 2 "$rota" $command "$service" -m 2027-01 -t 1
  expect_err "'$service' is in use: build of 2027-01 by "
  expect_err ", process $first, since "
done
expect 2 "$rota" undo "$service" -m 2027-01
expect_err "is in use"
kill -KILL $first
wait $first 2>/dev/null
[[ ! -e $month/rota.json ]] || fail "a build that was killed at once left a rota"

cp -r "$tiny" "$work/tiny"
cp "$service/.rota-lock" "$work/tiny/.rota-lock" # as somebody who was killed leaves it
expect 0 "$rota" build "$work/tiny" -m 2027-01 --deterministic -t 2 -q
[[ ! -e $work/tiny/.rota-lock ]] || fail "the folder is still held"
[[ $(stat -c %a "$work/tiny/2027-01/rota.json") == *0 ]] || fail "a new rota is for everybody"
chmod 604 "$work/tiny/2027-01/rota.csv"
expect 0 "$rota" build "$work/tiny" -m 2027-01 --deterministic -t 2 -q
[[ $(stat -c %a "$work/tiny/2027-01/rota.csv") == 604 ]] || fail "a rewritten file has other rights"
finish
