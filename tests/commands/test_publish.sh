#!/usr/bin/env bash
# publish freezes a verified rota once; a month left out is confirmed and may come late;
# a build of a published month is a working copy; history tells the ledger.
set -euo pipefail
rota=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
  echo "FAILED: $*" >&2
  exit 1
}
# expect STATUS TEXT COMMAND...: the command ends so and says so.
expect() {
  local status=$1 text=$2 got=0
  shift 2
  "$@" >"$folder/out" 2>&1 || got=$?
  [ "$got" -eq "$status" ] || { cat "$folder/out" >&2; fail "exit status $got, not $status: $*"; }
  grep -qF -- "$text" "$folder/out" || { cat "$folder/out" >&2; fail "no '$text': $*"; }
}
service=$folder/service
"$rota" init "$service" --clinicians 8 --seed 4 >/dev/null
mkdir "$service/2027-02"
for month in 2027-01 2027-02; do
  "$rota" build "$service" --month $month --time 1 --gap 1 >/dev/null 2>&1 || fail "build $month"
done
january=$service/2027-01/rota.json february=$service/2027-02/rota.json

expect 0 "no month is published yet" "$rota" history "$service"
expect 2 "--skips 2027-01" "$rota" publish "$service" "$february"
expect 2 "leaves out no such month" "$rota" publish "$service" "$january" --skips 2026-12
[ ! -e "$service/history" ] || fail "a month was left out unasked"
sed 's/"objective": -*[0-9]*/"objective": 77/' "$january" >"$folder/false.json"
expect 1 "is not published" "$rota" publish "$service" "$folder/false.json"
[ ! -e "$service/history" ] || fail "a refused rota left a history"

expect 0 "published:" "$rota" publish "$service" "$january"
expect 2 "published already" "$rota" publish "$service" "$january"
expect 0 "as February 2027 begins" "$rota" history "$service"
clinician=$(sed -n 's/^\([a-z][a-z0-9-]*\):.*/\1/p' "$service/clinicians.yaml" | head -n 1)
expect 0 "as February 2027 begins" "$rota" history "$service" --clinician "$clinician"
expect 2 "no clinician 'nobody'" "$rota" history "$service" --clinician nobody

# February was built without January behind it: its figures no longer hold
expect 1 "is not published" "$rota" publish "$service" "$february"
"$rota" build "$service" --month 2027-02 --time 1 --gap 1 >/dev/null 2>&1 || fail "build 2027-02"
expect 0 "published:" "$rota" publish "$service" "$february"
grep -q "^previous_sha256: $(sha256sum <"$service/history/2027-01.yaml" | cut -d' ' -f1)" \
  "$service/history/2027-02.yaml" || fail "February does not name January's hash"

# What a new version of January has other reaches what February hands on, and is taken back with it
balance() { "$rota" history "$service" -c "$1" 2>"$folder/err" | grep -m 1 -E ' (even|[+-]?[0-9]+:[0-9]+) ' | grep -oE '(even|[+-]?[0-9]+:[0-9]+)' | head -n 1; }
row=$(grep -m 1 ',08:30,12:15,' "$service/2027-01/rota.csv")
who=$(cut -d, -f5 <<<"$row")
minutes() { sed 's/even/0:0/' <<<"$1" | awk -F: '{m = ($1 < 0 ? -1 : 1) * ($1 * ($1 < 0 ? -1 : 1) * 60 + $2); print m}'; }
was=$(balance "$who")
printf 'date,session,clinician,task,site\n%s,none,none\n' "$(cut -d, -f1,2,5 <<<"$row")" >"$folder/worked.csv"
expect 0 "is recorded as it was worked" "$rota" worked "$service" -m 2027-01 "$folder/worked.csv"
now=$(balance "$who")
[ $(($(minutes "$was") - $(minutes "$now"))) -eq 225 ] || fail "$who had $was, and has $now without 3:45 of January"
grep "published upon" "$folder/err" && fail "a version that is kept is said to be another"
expect 0 "version 1 again" "$rota" undo "$service" -m 2027-01
[ "$(balance "$who")" = "$was" ] || fail "$who has $(balance "$who") again, and had $was"

# January was verified with nothing behind it, and still is
expect 0 "every stated figure is right" "$rota" verify "$service" "$january"
sed -i 's/planned: /planned: 1/' "$service/history/2027-01.yaml"
expect 0 "changed since it was published" "$rota" history "$service"
expect 0 "published upon another 'history/2027-01.yaml'" "$rota" history "$service"

# A published month that is built again is a working copy; what is published stays
history=$service/history/2027-02.yaml
cp "$history" "$folder/published.yaml"
printf 'clinician,from,to,kind\n%s,2027-02-01,2027-02-12,sick\n' "$clinician" >"$service/2027-02/leave.csv"
expect 0 "2027-02 is published, and stays as it is" \
  "$rota" build "$service" --month 2027-02 --time 1 --gap 1 --show none
grep -q "^working copy: 2027-02 is published, and [0-9]* of [0-9]* assignments differ" "$folder/out" ||
  fail "the report does not say that this is a working copy"
cmp -s "$history" "$folder/published.yaml" || fail "a build changed what is published"
expect 0 "since 2027-02 was published, '2027-02/leave.csv' is new" "$rota" check "$service"
expect 0 "2027-02/rota.json: warning: not the rota of 2027-02 that is published" "$rota" check "$service"
expect 0 "not the rota of 2027-02 that is published" "$rota" verify "$service" "$february"
expect 2 "needs --reason" "$rota" publish "$service" "$february"

# A month is left out, with a word, and comes late
for month in 2027-03 2027-04; do
  expect 0 "" "$rota" build "$service" --month $month --time 1 --gap 1
done
grep -q "^2027-03: warning: this month is not published" "$folder/out" || fail "build leaves March out in silence"
expect 2 "--skips 2027-03" "$rota" publish "$service" "$service/2027-04/rota.json"
expect 0 "published:" "$rota" publish "$service" "$service/2027-04/rota.json" --skips 2027-03
expect 0 "history/2027-04.yaml: warning: 2027-03 before it is not published" "$rota" check "$service"
expect 0 "2027-04 was published before it" "$rota" publish "$service" "$service/2027-03/rota.json"
grep -q "^late: {on: 20[0-9-]*, after: 2027-04, after_sha256: $(sha256sum <"$service/history/2027-04.yaml" | cut -d' ' -f1)}" \
  "$service/history/2027-03.yaml" || fail "March does not say that it came late"
expect 0 "as May 2027 begins" "$rota" history "$service"
grep -q "2027-04.yaml: warning: published upon" "$folder/out" && fail "a late month breaks the chain"
exit 0
