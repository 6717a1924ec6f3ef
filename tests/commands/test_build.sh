#!/usr/bin/env bash
# Build: its files, its report, Ctrl-C, repeatability, and rotas that can't be.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
build() { "$rota" build "$service" --month 2027-01 "$@"; }

expect 0 build
expect_within_80
expect_err "service.yaml:23:5: warning: Spinal clinic at Hove hub on Tue 12 Jan am will be short: 2 can do it"
for text in "IS IT COMPLETE?" "IS IT FAIR?" "HOW GOOD IS IT?" "THE ROTA" "hard rules" "written:"; do
  expect_out "$text"
done
grep -q $'\033' "$work/out" && fail "colour in a file"
expect 0 "$rota" verify "$service" "$service/2027-01/rota.json"
expect_out "every stated figure is right"

for show in people sites missed meetings none; do
  expect 0 build --show "$show"
  expect_within_80
done
expect_out "IS IT COMPLETE?"
grep -q "THE ROTA" "$work/out" && fail "--show none shows the rota"
expect 0 build --quiet
expect_no_out
expect_no_err
expect 0 build --json
cmp -s "$work/out" "$service/2027-01/rota.json" || fail "--json prints another rota.json"

# Repeatable to the byte.
expect 0 build --deterministic --seed 5 --threads 2 --quiet
cp "$service/2027-01/rota.json" "$work/first.json"
expect 0 build --deterministic --seed 5 --threads 2 --quiet
cmp -s "$service/2027-01/rota.json" "$work/first.json" || fail "a deterministic build differs from the last"

# The better rota of the same inputs stays, and the next build goes on from it.
large=$work/large
expect 0 "$rota" init "$large" --clinicians 20 --month 2027-01
expect 0 "$rota" build "$large" --month 2027-01 --time 3 --show none
cp "$large/2027-01/rota.json" "$work/better.json"
expect 0 "$rota" build "$large" --month 2027-01 --time 1 --threads 1 --show none
if grep -q "^kept: " "$work/out"; then
  cmp -s "$large/2027-01/rota.json" "$work/better.json" || fail "a rota that is kept has changed"
else
  expect_out "start: the rota there was"
fi
cost() { grep -o '"objective": -*[0-9]*' "$1" | head -1 | cut -d' ' -f2; }
(($(cost "$large/2027-01/rota.json") <= $(cost "$work/better.json"))) || fail "a worse rota replaces a better one"
expect 0 "$rota" build "$large" --month 2027-01 --time 1 --threads 1 --show none --fresh
grep -q "^start:" "$work/out" && fail "--fresh goes on from what lies there"
expect 0 "$rota" build "$large" --month 2027-01 --time 1 --deterministic --quiet
cp "$large/2027-01/rota.json" "$work/first.json"
cp "$work/better.json" "$large/2027-01/rota.json"
expect 0 "$rota" build "$large" --month 2027-01 --time 1 --deterministic --quiet --force
cmp -s "$large/2027-01/rota.json" "$work/first.json" || fail "--deterministic minds what lies there"

# A month without a folder is built from the service alone.
expect 0 "$rota" build "$service" --month 2027-03 --quiet
[[ -f $service/2027-03/rota.json ]] || fail "no rota of a month without a folder"

# Ctrl-C and SIGTERM keep the best so far, as soon as there is one.
for signal in INT TERM; do
  for seconds in 1 3 9 27; do
    ( trap - INT; exec "$rota" build "$large" --month 2027-01 --time 300 --fresh --force >"$work/out" 2>"$work/err" ) &
    pid=$!
    sleep "$seconds"
    kill -"$signal" "$pid"
    status=0
    wait "$pid" || status=$?
    [[ $status != 0 ]] || break
  done
  [[ $status == 0 ]] || fail "SIG$signal ends the build with $status: $(head -3 "$work/err")"
  tr -s ' \n' ' ' <"$work/out" | grep -q "stopped early" || fail "SIG$signal: the report does not say that it was stopped"
  expect 0 "$rota" verify "$large" "$large/2027-01/rota.json"
done

# A rota that can't be: why is printed at once, with the lines to change; check says so too.
impossible() { cp -r "$tiny/." "$service/"; cat >>"$service/2027-01/locks.csv"; }
rm -rf "$service"; mkdir "$service"
impossible <<<"cat,2027-01-12,pm,clinic,hove"
expect 1 build
expect_within_80
expect_out "No lawful rota exists"
expect_out "2027-01/locks.csv:3: this lock can't stand: Cat Cole can't be at Hove hub on"
expect_out "on leave (2027-01/leave.csv:3)"
expect_out "without the lock (2027-01/locks.csv:3)"
[[ ! -e $service/2027-01/rota.json ]] || fail "there is a rota.json though there is no rota"
expect 1 "$rota" explain "$service" --month 2027-01
expect_out "- 1,000 points: without the lock (2027-01/locks.csv:3)"
expect_within_80
expect 1 "$rota" explain "$service" --month 2027-01 --json
jq -e '.complete and (.clashes | length == 1) and .clashes[0].irreducible and
  .clashes[0].members[0].line == 3 and .clashes[0].ways_out[0].points == 1000' <"$work/out" >/dev/null ||
  fail "the clash is not as it should be: $(cat "$work/out")"
expect 2 "$rota" check "$service"
expect_err "2027-01/locks.csv:3:1: this lock can't stand: Cat Cole can't be at Hove hub on Tue 12 Jan pm: on leave (2027-01/leave.csv:3)"

cp -r "$tiny/." "$service/"
sed -i 's/{task: spine, at: hove, sessions: tue am, need: 1}/{task: spine, at: hove, sessions: tue am, need: 1, hard: yes}/' \
  "$service/service.yaml"
expect 1 build
expect_out "No lawful rota exists"
expect_out "service.yaml:23: Spinal clinic at Hove hub on Tue 12 Jan am can't be met: 2"
expect_out "2 with it in their pattern, 2 away (2027-01/leave.csv:2,"
expect 2 "$rota" check "$service"
expect_err "service.yaml:23:5: Spinal clinic at Hove hub on Tue 12 Jan am can't be met: 2 can do it"

cp -r "$tiny/." "$service/"
echo "cat,2027-01-04,pm,clinic,goldstone" >>"$service/2027-01/locks.csv"
expect 2 build
cp -r "$tiny/." "$service/"
sed -i 's/band: 6/band: 6, arrangements: [{never: wed, at: hove}]/' "$service/clinicians.yaml"
expect 1 build
expect_out "2027-01/locks.csv:2: this lock can't stand: Bob Best can't be at Hove hub on"
expect_out "an arrangement says never (clinicians.yaml:3)"
# a lock outside the pattern is lawful where that was agreed
agreed=$work/agreed
cp -r "$tiny" "$agreed"
printf 'clinician,date,session,task,site\ncat,2027-01-13,am,clinic,crawley\n' >"$agreed/2027-01/locks.csv"
expect 1 "$rota" build "$agreed" --month 2027-01 --quiet
printf 'agreed: [{clinician: cat, on: 2027-01-13 am}]\n' >"$agreed/2027-01/month.yaml"
expect 0 "$rota" build "$agreed" --month 2027-01
expect_out "Cat Cole is at work on Wed 13 Jan am"
grep -q '^2027-01-13,am,.*,cat,clinic,crawley,yes' "$agreed/2027-01/rota.csv" || fail "the agreed session is not in the rota"
expect 0 "$rota" verify "$agreed" "$agreed/2027-01/rota.json"

# what asks for nothing is said before the work
sed -i 's/^rules:/&\n  - count_limit: {task: fcp, at: hove, per: week, most: 1}/' "$agreed/service.yaml"
expect 0 "$rota" build "$agreed" --month 2027-01
expect_err "service.yaml:27:5: warning: no work is meant by this: its tasks are not done at its sites"

finish
