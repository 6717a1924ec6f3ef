#!/usr/bin/env bash
# repair: the fewest changes after something has happened; past days stay; what was said is kept.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
service=$work/service
examples=$(dirname "${BASH_SOURCE[0]}")/../../examples
cp -r "$examples/small" "$service"
month=$service/2027-01
expect 2 "$rota" repair "$service" -m 2027-01 --today 2027-01-18
expect_err "2027-01 is not published; build it instead"
"$rota" build "$service" -m 2027-01 --deterministic --threads 1 -t 2 --show none -q 2>/dev/null
"$rota" publish "$service" "$month/rota.json" >/dev/null 2>&1
cp "$month/rota.csv" "$work/before.csv"

# nothing has happened
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-18
expect_out "changes: 0 (proven: none has fewer)"
expect_out "cover: nothing that was published is lost"
cmp -s "$month/rota.csv" "$work/before.csv" || fail "a repair of nothing changes the rota"

# what is left of a published month is not taken for all of it
cp "$service/history/2027-01.yaml" "$work/whole.yaml"
for bytes in 0 3000; do
  head -c $bytes "$work/whole.yaml" >"$service/history/2027-01.yaml"
  expect 2 "$rota" repair "$service" -m 2027-01 --today 2027-01-18
  expect_err "history/2027-01.yaml:1:1: is cut short: its last line, the checksum, is missing"
  expect 2 "$rota" leave "$service" --clinician owen --from 2027-01-21 --today 2027-01-18
  expect_err "history/2027-01.yaml:1:1: is cut short"
done
cp "$work/whole.yaml" "$service/history/2027-01.yaml"

# mistakes
expect 2 "$rota" repair "$service" -m 2027-01 --absent nobody --today 2027-01-18
expect_err "repair: --absent: unknown clinician 'nobody'"
expect 2 "$rota" repair "$service" -m 2027-01 --close nowhere --today 2027-01-18
expect_err "repair: --close: unknown site 'nowhere'"
printf 'clinician,from,to,kind\nowen,2027-01-21,2027-01-21,sick\n' >"$work/sick.csv"
expect 2 "$rota" repair "$service" -m 2027-01 --leave "$work/sick.csv" --leave "$work/sick.csv" --today 2027-01-18
expect_err "sick.csv' is given twice"
printf 'clinician,from,to,kind\nowne,2027-01-21,2027-01-21,sick\n' >"$work/slip.csv"
expect 2 "$rota" repair "$service" -m 2027-01 --leave "$work/slip.csv" --today 2027-01-18
expect_err "$work/slip.csv:2:1: unknown clinician 'owne'; did you mean 'owen'?"
[[ ! -e $month/repairs ]] || fail "a mistake leaves files"
expect 2 "$rota" repair "$service" -m 2027-01 --absent owen --from 21/01/2027
expect_err "is not a date"
expect 2 "$rota" repair "$service" -m 2027-01 --absent owen --from 2027-01-21 --to 2027-01-20
expect_err "'owen' from 2027-01-21 to 2027-01-20: that ends before it begins"
expect 2 "$rota" repair "$service" -m 2027-01 --absent owen --today 2027-02-21
expect_err "'owen' from 2027-02-21 to 2027-02-21: that is not in 2027-01; without --from it begins today"
expect 2 "$rota" repair "$service" -m 2027-01 --absent owen --from 2026-12-21
expect_err "'owen' from 2026-12-21 to 2026-12-21: that is not in 2027-01"
grep -q "without --from" "$work/err" && fail "--from was given"
expect 2 "$rota" repair "$service" -m 2027-01 --budget -1
expect_err "repair: --budget is -1; it should be 0 to 10000"
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-02-01 --dry-run
expect_out "All its days are over: nothing moves."
expect 2 "$rota" repair "$service" -m 2027-01 --close nowhere --today 2026-12-18
expect_err "repair: --close: unknown site 'nowhere'"

# a dry run writes nothing
expect 0 "$rota" repair "$service" -m 2027-01 --absent owen --from 2027-01-18 --to 2027-01-22 \
  --today 2027-01-18 --dry-run --frontier
expect_out "nothing was written"
expect_out "changes at most    cover lost         price"
[[ ! -e $month/repairs ]] || fail "a dry run leaves files"

# a week's absence: days before stay, byte for byte, and changes are as many as a diff finds
expect 0 "$rota" repair "$service" -m 2027-01 --absent owen --from 2027-01-18 --to 2027-01-22 \
  --today 2027-01-18 --json
cp "$work/out" "$work/repair.json"
changes=$(jq .changes.value "$work/repair.json")
diff <(awk -F, '$1 < "2027-01-18"' "$work/before.csv") \
  <(awk -F, '$1 < "2027-01-18"' "$month/rota.csv") >/dev/null || fail "past days have changed"
places() { awk -F, 'NR > 1 {print $1 "," $2 "," $5 "," $6 "," $7}' "$1" | grep -v ",owen," | sort; }
counted=$(comm -3 <(places "$work/before.csv") <(places "$month/rota.csv") | tr -d '\t' |
  cut -d, -f1-3 | sort -u | wc -l)
[[ $changes == "$counted" ]] || fail "$changes changes are told, and $counted are there"
[[ $(jq '[.places[] | select(.counts)] | length' "$work/repair.json") == "$changes" ]] ||
  fail "the changes that are listed are not $changes"
[[ $(jq '[.losses[].missing] | add // 0' "$work/repair.json") == $(jq .lost.value "$work/repair.json") ]] ||
  fail "what is listed as lost does not add up"
grep -q '^owen,2027-01-18,2027-01-22,sick$' "$month/repairs/sick-owen-2027-01-18.csv" ||
  fail "the absence is not kept"
expect 0 "$rota" repair "$service" -m 2027-01 --absent owen --from 2027-01-18 --to 2027-01-22 \
  --today 2027-01-18 --quiet
[[ $(ls "$month/repairs") == sick-owen-2027-01-18.csv ]] || fail "what is said twice is kept twice"
expect 0 "$rota" verify "$service" "$month/rota.json"

# the absence counts for whatever comes next, and the same repair again finds the same
cp "$month/rota.csv" "$work/mended.csv"
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-18
cmp -s "$month/rota.csv" "$work/mended.csv" || fail "the same repair finds another rota"

# gaps first, and a budget
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-18 --keep-gaps
expect_out "changes: 0"
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-18 --budget 2 --json
[[ $(jq .changes.value "$work/out") -le 2 ]] || fail "a budget of 2 is overdrawn"
[[ $(jq .lost.value "$work/out") -ge $(jq .lost.value "$work/repair.json") ]] ||
  fail "fewer changes keep more cover"

# who is booked is put off last, and is listed
session=$(awk -F, '$1 > "2027-01-21" && $5 == "maya" {print $1 "," $2; exit}' "$work/before.csv")
printf 'date,session,clinician,people\n%s,maya,7\n2027-03-04,am,maya,3\n2027-01-23,am,maya,2\n' \
  "$session" >"$month/booked.csv"
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-18 --absent maya \
  --from "${session%%,*}" --dry-run
expect_out "to be cancelled or rebooked"
expect_out "7 people"
expect_out "2 rows of booked.csv are left out: of other months, or where nothing was published"
echo "${session},maya,many" >>"$month/booked.csv"
expect 2 "$rota" repair "$service" -m 2027-01 --today 2027-01-18
expect_err "2027-01/booked.csv:5"
expect 2 "$rota" check "$service"
expect_err "2027-01/booked.csv:5"
printf 'date,session,clinician,people\n2027-03-04,am,maya,3\n' >"$month/booked.csv"
expect 0 "$rota" check "$service" --month 2027-01
expect_err "2027-01/booked.csv: warning: no row of this is in a session of 2027-01"
rm "$month/booked.csv"

# a site that closes, and somebody who leaves
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-25 --close hove --from 2027-01-27 \
  --left lee --from 2027-01-28
expect_out 'not offered any more'
expect_out 'not offered: Hove hub is closed'
grep -q 'site: hove, from: 2027-01-27, to: 2027-01-27' "$month/repairs/closed-hove-2027-01-27.yaml" ||
  fail "the closure is not kept"
grep -q '^lee,2027-01-28,2027-01-31,left$' "$month/repairs/left-lee-2027-01-28.csv" ||
  fail "who has left is not kept"
[[ -z $(awk -F, '$1 == "2027-01-27" && $7 == "hove"' "$month/rota.csv") ]] || fail "hove is open"
expect 0 "$rota" verify "$service" "$month/rota.json"

# an event that is opened afterwards is staffed
cat >"$work/open.yaml" <<'Y'
events:
  open-day:
    {name: Open day, kind: open-day, at: hove, on: 2027-01-29 am,
     need: [{task: clinic, need: 1}]}
Y
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-26 --open-event "$work/open.yaml" --json
[[ $(jq '[.losses[] | select(.rule == "event")] | length' "$work/out") == 0 ]] || fail "the event is not held"
expect 0 "$rota" verify "$service" "$month/rota.json"

# a file that somebody changed is left alone
echo >>"$month/rota.csv"
expect 2 "$rota" repair "$service" -m 2027-01 --today 2027-01-26
expect_err "is not as rota wrote it"
finish
