#!/usr/bin/env bash
# publish freezes a verified rota once and in order; history tells the ledger.
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
sed 's/"objective": -*[0-9]*/"objective": 77/' "$january" >"$folder/false.json"
expect 1 "is not published" "$rota" publish "$service" "$folder/false.json"
[ ! -e "$service/history" ] || fail "a refused rota left a history"

expect 0 "published:" "$rota" publish "$service" "$january"
expect 2 "published already" "$rota" publish "$service" "$january"
expect 0 "as 2027-02 begins" "$rota" history "$service"
clinician=$(sed -n 's/^\([a-z][a-z0-9-]*\):.*/\1/p' "$service/clinicians.yaml" | head -n 1)
expect 0 "as 2027-02 begins" "$rota" history "$service" --clinician "$clinician"
expect 2 "no clinician 'nobody'" "$rota" history "$service" --clinician nobody

# February was built without January behind it: its figures no longer hold
expect 1 "is not published" "$rota" publish "$service" "$february"
"$rota" build "$service" --month 2027-02 --time 1 --gap 1 >/dev/null 2>&1 || fail "build 2027-02"
expect 0 "published:" "$rota" publish "$service" "$february"
grep -q "^previous_sha256: $(sha256sum <"$service/history/2027-01.yaml" | cut -d' ' -f1)" \
  "$service/history/2027-02.yaml" || fail "February does not name January's hash"

# January was verified with nothing behind it, and still is
expect 0 "every stated figure is right" "$rota" verify "$service" "$january"
sed -i 's/planned: /planned: 1/' "$service/history/2027-01.yaml"
expect 0 "changed since it was published" "$rota" history "$service"
expect 0 "published upon another 'history/2027-01.yaml'" "$rota" history "$service"
