#!/usr/bin/env bash
# locks.csv takes a rota.csv as it is; rota lock adds rows of a rota; dates day first.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cp -r "$tiny" "$work/service"
service=$work/service month=$work/service/2027-01
rm -f "$month/locks.csv"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q 2>/dev/null
cp "$month/rota.csv" "$work/before.csv"
rows=$(($(wc -l <"$work/before.csv") - 1))

# every row of a rota.csv locks
cp "$month/rota.csv" "$month/locks.csv"
expect 0 "$rota" build "$service" -m 2027-01 --deterministic -t 5 --json --force
[[ $(jq .totals.locked "$work/out") == "$rows" ]] || fail "not every row locks"
cmp -s <(cut -d, -f1-7 "$month/rota.csv") <(cut -d, -f1-7 "$work/before.csv") || fail "locks do not hold"

# saved by a British spreadsheet
awk -F, -v OFS=, 'NR > 1 {split($1, d, "-"); $1 = d[3] "/" d[2] "/" d[1]} {print}' \
  "$work/before.csv" >"$month/locks.csv"
expect 0 "$rota" build "$service" -m 2027-01 --deterministic -t 5 --json --force
[[ $(jq .totals.locked "$work/out") == "$rows" ]] || fail "dates day first do not lock"
cp "$month/locks.csv" "$work/british.csv"
expect 0 "$rota" verify "$service" "$work/british.csv"
# month first: some row is then in another month, or no date at all
awk -F, -v OFS=, 'NR > 1 {split($1, d, "-"); $1 = d[2] "/" d[3] "/" d[1]} {print}' \
  "$work/before.csv" >"$month/locks.csv"
cp "$month/locks.csv" "$work/american.csv"
expect 2 "$rota" check "$service"
expect_err "2027-01/locks.csv:2"
expect 2 "$rota" verify "$service" "$work/american.csv"
rm "$month/locks.csv"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q --force 2>/dev/null

# some rows
expect 0 "$rota" lock "$service" "$month/rota.json" --who ann
mine=$(grep -c ',ann,' "$month/rota.csv")
expect_out "$mine locks added"
[[ $(grep -c ',ann,' "$month/locks.csv") == "$mine" && $(wc -l <"$month/locks.csv") == $((mine + 1)) ]] ||
  fail "other rows than ann's are locked"
expect 0 "$rota" lock "$service" "$month/rota.json" --who ann
expect_out "0 locks added"
expect 0 "$rota" check "$service"
# below another header
printf 'clinician,date,session,task,site' >"$month/locks.csv"
awk -F, -v OFS=, 'NR > 1 {$8 = ($5 == "bob" ? "yes" : "no")} {print}' "$month/rota.csv" >"$work/edited.csv"
expect 0 "$rota" lock "$service" "$work/edited.csv" --marked
[[ $(grep -c '^bob,' "$month/locks.csv") == $(grep -c ',bob,' "$month/rota.csv") ]] || fail "bob is not locked"
[[ $(grep -c '^ann,' "$month/locks.csv") == 0 ]] || fail "ann is locked"
expect 0 "$rota" check "$service"
expect 2 "$rota" lock "$service" "$month/rota.json" --who nobody
expect_err "unknown clinician 'nobody'"
expect 2 "$rota" lock "$service" "$month/rota.json" --until tomorrow
expect_err "is not a date"
expect 2 "$rota" lock "$service" "$month/rota.json" --from 2027-01-20 --until 2027-01-19
expect_err "--until 2027-01-19 is before --from 2027-01-20"
expect 0 "$rota" lock "$service" "$month/rota.json" --until 2026-12-31
expect_err "no row of the rota fits"

# a rota edited in a spreadsheet and given to repair: rows that say yes lock, others don't
rm "$month/locks.csv"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q --fresh --force 2>/dev/null
expect 0 "$rota" publish "$service" "$month/rota.json"
day=$(awk -F, '$5 == "ann" && $1 > "2027-01-10" {print $1; exit}' "$month/rota.csv")
first=$(awk -F, '$5 == "ann" {print $1; exit}' "$month/rota.csv")
row=$(awk -F, -v day="$day" '$5 == "ann" && $1 == day {print $2; exit}' "$month/rota.csv")
# ann is to have supporting time then, whatever she had; in a row before today too, which is over
awk -F, -v OFS=, -v day="$day" -v first="$first" -v row="$row" \
  'NR > 1 {split($1, d, "-"); iso = $1; $1 = d[3] "/" d[2] "/" d[1]; $8 = "no"}
   $5 == "ann" && (iso == day && $2 == row || iso == first) {$6 = "support"; $7 = "remote"; $8 = "Yes"}
   {print}' "$month/rota.csv" >"$work/edited.csv"
today=$(date -d "$first + 1 day" +%F)
repair=("$rota" repair "$service" "$work/edited.csv" -m 2027-01 --today "$today" --deterministic)
expect 0 "${repair[@]}" --dry-run
[[ ! -e $month/locks.csv ]] || fail "a dry run locks"
expect 0 "${repair[@]}"
taken=$(grep -n "^$(date -d "$day" +%d/%m/%Y),$row,.*,ann," "$work/edited.csv" | cut -d: -f1)
grep -q "edited.csv:$taken:" "$work/err" && fail "a row that is taken up is said not to be: $(cat "$work/err")"
expect_err "2 rows from here on say 'locked: yes' of days before $today, which never move"
grep -qx "$day,$row,[^,]*,[^,]*,ann,support,remote,yes" "$month/rota.csv" ||
  fail "the marked row does not hold: $(grep "$day,$row" "$month/rota.csv")"
[[ $(grep -c ',ann,support,remote,yes$' "$month/locks.csv") == 1 && $(wc -l <"$month/locks.csv") == 2 ]] ||
  fail "other rows lock: $(cat "$month/locks.csv")"
cmp -s <(grep "^$first" "$month/rota.csv") <(grep "^$first" "$service/history/2027-01/v1.csv") ||
  fail "a day that is over has changed"
expect 0 "$rota" verify "$service" "$month/rota.json"
expect 0 "${repair[@]}"
[[ $(wc -l <"$month/locks.csv") == 2 ]] || fail "a second time it locks again"
cp "$month/locks.csv" "$work/locks.csv"
sed -i 's/,support,remote/,clinic,hove/' "$month/locks.csv"
expect 0 "${repair[@]}" --dry-run
expect_err "'locked: Yes' is not taken up: 2027-01/locks.csv:2 locks something else then"
mv "$work/locks.csv" "$month/locks.csv"
sed 's/,ann,/,anne,/' "$work/edited.csv" >"$work/wrong.csv"
expect 2 "$rota" repair "$service" "$work/wrong.csv" -m 2027-01 --today "$today"
expect_err "wrong.csv:2"
expect 2 "$rota" repair "$service" "$work/none.csv" -m 2027-01 --today "$today"
expect_err "none.csv"
finish
