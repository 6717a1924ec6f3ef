#!/usr/bin/env bash
# versions: publish again with a reason, each version kept and chained; undo goes back; the old
# layout of the history is the first version.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cp -r "$tiny" "$work/service"
service=$work/service month=$service/2027-01 history=$service/history
expect 2 "$rota" versions "$service" -m 2027-01
expect_err "2027-01 is not published"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q 2>/dev/null
expect 2 "$rota" publish "$service" "$month/rota.json" --reason "too early"
expect_err "not published yet"
expect 0 "$rota" publish "$service" "$month/rota.json"
cmp -s "$history/2027-01.yaml" "$history/2027-01/v1.yaml" || fail "the first version is not kept"
cmp -s "$month/rota.json" "$history/2027-01/v1.json" || fail "its rota is not kept"
cmp -s "$month/rota.csv" "$history/2027-01/v1.csv" || fail "its table is not kept"
expect 0 "$rota" check "$service"
grep -q "history" "$work/err" && fail "the versions are not known to check: $(cat "$work/err")"

# a repair, published as the second
cp "$history/2027-01.yaml" "$work/first.yaml"
cp "$month/rota.csv" "$work/first.csv"
session=$(awk -F, '$5 == "bob" {print $1; exit}' "$month/rota.csv")
expect 0 "$rota" repair "$service" -m 2027-01 --absent bob --from "$session" --today 2027-01-01
expect_out "against history/2027-01.yaml, version 1"
expect 2 "$rota" publish "$service" "$month/rota.json"
expect_err "needs --reason"
expect 2 "$rota" publish "$service" "$month/rota.json" --reason $'Bob was ill\xff'
expect_err "publish: --reason is not UTF-8"
for reason in $'ill\nor not' $'ill\t' $'\e[31mill'; do
  expect 2 "$rota" publish "$service" "$month/rota.json" --reason "$reason"
  expect_err "publish: --reason should be one line"
done
cmp -s "$history/2027-01.yaml" "$work/first.yaml" || fail "a refused version replaces the first"
expect 0 "$rota" publish "$service" "$month/rota.json" --reason "Bob was ill: \"flu\""
grep -q '^version: 2$' "$history/2027-01.yaml" || fail "the second says not that it is"
grep -q "^replaces_sha256: $(sha256sum <"$work/first.yaml" | cut -d' ' -f1)$" "$history/2027-01.yaml" ||
  fail "the second does not hang on the first"
cmp -s "$history/2027-01/v1.yaml" "$work/first.yaml" || fail "the first has changed"
expect 0 "$rota" versions "$service" -m 2027-01
expect_out "  v1   "
expect_out "* v2   "
expect_out 'changed: Bob was ill: "flu"'
expect 0 "$rota" verify "$service" "$month/rota.json"
[[ ! -s $work/err ]] || fail "verify of the second says: $(cat "$work/err")"

# which version a rota is, whatever its file is called
expect_out "version 2 of 2027-01, the current one"
cp "$history/2027-01/v1.csv" "$work/some.csv"
expect 1 "$rota" verify "$service" "$work/some.csv" # bob is away in it now
expect 1 "$rota" report "$service" "$work/some.csv"
expect_out "read: $work/some.csv, version 1 of 2027-01; the current one is version 2"
expect 0 "$rota" diff "$work/some.csv" "$month/rota.json" --service "$service"
expect_out "before: version 1 of 2027-01; the current one is version 2"
expect_out "now: version 2 of 2027-01, the current one"

# whoever hangs up a page of what has been mended since is warned
warns() { # ROTA: a page of it
  "$rota" report "$service" "$1" --html "$work/page.html" --force >/dev/null 2>&1 || true
  grep -q '<p class="old">' "$work/page.html"
}
sed 2d "$work/some.csv" >"$work/other.csv"
warns "$work/some.csv" || fail "the page of the first version does not warn"
warns "$work/other.csv" || fail "the page of what was never published does not warn"
grep -q "not published: the current one of 2027-01 is version 2" "$work/page.html" || fail "it does not say why"
! warns "$month/rota.json" || fail "the page of the current version warns"

# calendars follow: what is gone is cancelled, what is other has a higher number, nothing else has
expect 0 "$rota" export "$service" "$history/2027-01/v1.json" --ics "$work/calendars-1"
expect 0 "$rota" export "$service" "$month/rota.json" --ics "$work/calendars-2"
# events FILE: "UID SEQUENCE STATUS" of each, sorted
events() {
  awk -F: '{sub(/\r$/, "")} /^UID:/ {uid = $2} /^SEQUENCE:/ {sequence = $2} /^STATUS:/ {status = $2}
    /^END:VEVENT/ {print uid, sequence, status}' "$1" | sort
}
keys() { awk -F, -v who="$2" 'NR > 1 && $5 == who {print $1 "-" $2 "-" who, $6, $7}' "$1" | sort; }
for who in ann bob cat; do
  keys "$work/first.csv" $who >"$work/keys-1"
  keys "$month/rota.csv" $who >"$work/keys-2"
  events "$work/calendars-1/person-$who.ics" >"$work/events-1"
  events "$work/calendars-2/person-$who.ics" >"$work/events-2"
  [[ $(awk '{print $2, $3}' "$work/events-1" | sort -u) == "0 CONFIRMED" ]] || fail "$who: $(cat "$work/events-1")"
  cmp -s <(sed 's/@.*//' "$work/events-1") <(cut -d' ' -f1 "$work/keys-1") || fail "$who has other UIDs"
  # what should be now: by the two tables alone
  join -a 1 -a 2 -e - -o 0,1.2,1.3,2.2,2.3 "$work/keys-1" "$work/keys-2" |
    awk '{print $1, $2 == "-" || $2 $3 == $4 $5 ? 0 : 1, $4 == "-" ? "CANCELLED" : "CONFIRMED"}' >"$work/wanted"
  cmp -s "$work/wanted" <(sed 's/@[^ ]*//' "$work/events-2") ||
    fail "$who: $(diff "$work/wanted" <(sed 's/@[^ ]*//' "$work/events-2"))"
done
grep -q CANCELLED "$work/calendars-2/person-bob.ics" || fail "nothing of bob's is cancelled"

# a repair of nothing more goes on from the second
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-01 --dry-run
expect_out "version 2"
expect_out "changes: 0"

# back to the first, as the third
expect 0 "$rota" undo "$service" -m 2027-01
expect_out "as in version 1 again, which is version 3 now"
cmp -s "$month/rota.csv" "$work/first.csv" || fail "the working copy is not the first's"
cmp -s <(sed -n '/^assignments:/,/^checksum/p' "$history/2027-01.yaml" | grep -v checksum) \
  <(sed -n '/^assignments:/,/^checksum/p' "$work/first.yaml" | grep -v checksum) || fail "other assignments"
expect_err "2027-01/repairs/sick-bob-$session.csv: warning: was said after that version"
rm "$month"/repairs/*
expect 0 "$rota" versions "$service" -m 2027-01
expect_out "* v3   "
expect_out "back to version 1"
expect 0 "$rota" history "$service"
grep -q "changed since" "$work/err" && fail "the third has a false checksum"
expect 0 "$rota" verify "$service" "$month/rota.json"

# what was really worked: a version, lawful or not, at which later months look back
printf 'date,session,clinician,task,site\n%s,am,cat,none,none\n' "$session" >"$work/worked.csv"
awk -F, -v OFS=, -v day="$session" '$1 == day && $5 == "bob" {print $1, $2, $5, "none", ""}' \
  "$work/first.csv" >>"$work/worked.csv"
gone=$(awk -F, -v day="$session" '$1 == day && ($5 == "bob" || ($5 == "cat" && $2 == "am"))' \
  "$work/first.csv" | wc -l)
expect 0 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_out "2027-01 is recorded as it was worked: $(($(wc -l <"$work/first.csv") - 1 - gone)) assignments"
sed -n '/^  bob:/,/^  cat:/p' "$history/2027-01.yaml" | grep -q -- "- $session" && fail "bob was at work"
expect 0 "$rota" versions "$service" -m 2027-01
expect_out "$gone changed: as worked: worked.csv"
printf 'date,session,clinician,task,site\n%s,am,nobody,clinic,hove\n' "$session" >"$work/worked.csv"
expect 2 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_err "worked.csv:2"
printf 'date,session,clinician,task,site\n%s,am,cat,none,\n%s,am,cat,clinic,hove\n' "$session" "$session" >"$work/worked.csv"
expect 2 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_err "worked.csv:3:1: 'cat' has a row of $session am already"
# of two months that is said; that the day comes first is doubted only where it may not
printf 'date,session,clinician,task,site\n2027-01-%s,am,cat,none,\n%s,am,cat,none,\n' \
  "${session:8}" 2027-02-01 >"$work/worked.csv"
expect 2 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_err "worked.csv:3:1: 2027-02-01 am is no session of 2027-01"
printf 'date,session,clinician,task,site\n25/01/2027,am,cat,none,\n01/02/2027,am,cat,none,\n' >"$work/worked.csv"
expect 2 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_err "worked.csv:3:1: 2027-02-01 am is no session of 2027-01"
printf 'date,session,clinician,task,site\n11/01/2027,am,cat,none,\n01/02/2027,am,cat,none,\n' >"$work/worked.csv"
expect 2 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect_err "worked.csv:3:1: read day first this is 2027-02-01, not in 2027-01 as the first row"
expect 0 "$rota" undo "$service" -m 2027-01
cmp -s <(grep -- '    - ' "$history/2027-01.yaml") <(grep -- '    - ' "$work/first.yaml") ||
  fail "what was worked is not taken back"

# twice back is two back, and no further than there is something; or to any version
places() { sed -n '/^assignments:/,/^checksum/p' "$1" | grep -- '    - '; }
as_in() { cmp -s <(places "$history/2027-01.yaml") <(places "$history/2027-01/v$1.yaml") || fail "not as in version $1"; }
cp -r "$service" "$work/aside"
printf 'date,session,clinician,task,site\n%s,am,cat,none,none\n' "$session" >"$work/worked.csv"
expect 0 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
printf 'date,session,clinician,task,site\n%s,pm,cat,none,none\n' "$session" >"$work/worked.csv"
expect 0 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
expect 0 "$rota" undo "$service" -m 2027-01
expect_out "as in version 6 again, which is version 8 now"
name=$work/$(printf 'é%.0s' {1..100})$'\xff'.csv
cp "$work/worked.csv" "$name"
cp -r "$service" "$work/other"
expect 0 "$rota" worked "$work/other" -m 2027-01 "$name"
expect 0 "$rota" versions "$work/other" -m 2027-01
expect_out "* v9   "
as_in 6
expect 0 "$rota" undo "$service" -m 2027-01
expect_out "as in version 1 again, which is version 9 now"
as_in 1
expect 2 "$rota" undo "$service" -m 2027-01
expect_err "nothing is kept of 2027-01 before version 1"
expect 0 "$rota" undo "$service" -m 2027-01 --to 7
expect_out "as in version 7 again, which is version 10 now"
as_in 7
expect 2 "$rota" undo "$service" -m 2027-01 --to 7
expect_err "is as in version 7 already"
expect 2 "$rota" undo "$service" -m 2027-01 --to 70
expect_err "has no version 70"
expect 2 "$rota" undo "$service" -m 2027-01 --to 0
expect_err "--to is 0; it should be 1 to 10000"
for to in x 3x 99999999999999999999; do
  expect 2 "$rota" undo "$service" -m 2027-01 --to $to
  expect_err "undo: --to '$to' is not a number"
done
expect 0 "$rota" versions "$service" -m 2027-01

# a version that is cut short is not gone back to, named or not
cp -r "$service" "$work/cut"
sed -i '/^checksum:/d' "$work/cut/history/2027-01/v6.yaml"
for to in "" "--to 6"; do
  expect 2 "$rota" undo "$work/cut" -m 2027-01 $to
  expect_err "undo: 'history/2027-01/v6.yaml' is cut short"
done

# a file that is gone hides no other; what a person wrote into the history is not replaced
rm "$history/2027-01/v7.yaml"
expect 1 "$rota" versions "$service" -m 2027-01
expect_out "* v10 "
expect_out "! version 7 before it is gone"
expect 0 "$rota" undo "$service" -m 2027-01 --to 6
expect_out "version 11 now"
rm "$history/2027-01/v11.yaml"
expect 1 "$rota" versions "$service" -m 2027-01
expect_out "! history/2027-01/v11.yaml is gone"
cp "$history/2027-01.yaml" "$work/eleven.yaml"
expect 0 "$rota" undo "$service" -m 2027-01 --to 1
cmp -s "$work/eleven.yaml" "$history/2027-01/v11.yaml" || fail "the current one is not kept again"
echo "# mine" >>"$history/2027-01.yaml"
cp "$history/2027-01.yaml" "$work/mine.yaml"
for command in "undo $service -m 2027-01 --to 6" "worked $service -m 2027-01 $work/worked.csv" \
  "publish $service $month/rota.json --reason mine"; do
  expect 2 "$rota" $command
  expect_err "'history/2027-01.yaml' is other than 'history/2027-01/v12.yaml', and would be lost"
done
cmp -s "$work/mine.yaml" "$history/2027-01.yaml" || fail "what a person wrote is lost"
rm -r "$service"
mv "$work/aside" "$service"

# a version that was changed is noticed
sed -i 's/^month: 2027-01$/month:  2027-01/' "$history/2027-01/v1.yaml"
expect 1 "$rota" versions "$service" -m 2027-01
expect_out "the version before has changed since"

# the old layout: a file alone is the first version, and is kept when there is a second
rm -r "$history/2027-01"
cp "$work/first.yaml" "$history/2027-01.yaml"
expect 0 "$rota" versions "$service" -m 2027-01
expect_out "* v1   "
expect 2 "$rota" undo "$service" -m 2027-01
expect_err "nothing is kept of 2027-01 before version 1"
expect 0 "$rota" publish "$service" "$month/rota.json" --reason "again"
cmp -s "$history/2027-01/v1.yaml" "$work/first.yaml" || fail "the first of the old layout is not kept"
[[ -e $history/2027-01/v2.json ]] || fail "the second is not kept"

# what the first version left out, the next need not be told again
mkdir "$service/2027-03" "$service/2027-02"
echo '{}' | tee "$service/2027-02/month.yaml" >"$service/2027-03/month.yaml"
"$rota" build "$service" -m 2027-03 --deterministic -t 2 --show none -q 2>/dev/null
expect 2 "$rota" publish "$service" "$service/2027-03/rota.json"
expect_err "--skips 2027-02"
expect 0 "$rota" publish "$service" "$service/2027-03/rota.json" --skips 2027-02
expect 0 "$rota" publish "$service" "$service/2027-03/rota.json" --reason "again"

# what was worked stays in what repair makes of the month, lawful or not, and counts there: cat
# came in on a day of leave, and ann had two duties in a week, of which one is the most
rm -rf "$service" && cp -r "$tiny" "$service"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q 2>/dev/null
expect 0 "$rota" publish "$service" "$month/rota.json"
printf 'cat,2027-01-12,2027-01-12,annual\n' >>"$month/leave.csv"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q --fresh 2>/dev/null
expect 0 "$rota" publish "$service" "$month/rota.json" --reason "leave"
printf 'date,session,clinician,task,site\n2027-01-12,am,cat,clinic,crawley\n2027-01-05,am,ann,duty,remote\n2027-01-05,pm,ann,duty,remote\n' >"$work/worked.csv"
expect 0 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
cp "$history/2027-01/v3.csv" "$work/as-worked.csv"
grep -q '^2027-01-12,am,.*,cat,clinic,crawley' "$work/as-worked.csv" || fail "it is not recorded"
# on the same day it is over already
cp -r "$service" "$work/sameday"
expect 1 "$rota" repair "$work/sameday" -m 2027-01 --today 2027-01-05 --deterministic
worked() { grep -E '^2027-01-05,.*,ann,|^2027-01-12,am,.*,cat,' "$1"; }
cmp -s <(worked "$work/as-worked.csv") <(worked "$work/sameday/2027-01/rota.csv") ||
  fail "what was worked that day is changed: $(worked "$work/sameday/2027-01/rota.csv")"
expect 0 "$rota" publish "$work/sameday" "$work/sameday/2027-01/rota.json" --reason "the same day" --today 2027-01-05
later=$(awk -F, '$5 == "bob" && $1 > "2027-01-13" {print $1; exit}' "$work/as-worked.csv")
expect 1 "$rota" repair "$service" -m 2027-01 --absent bob --from "$later" --today 2027-01-13 --deterministic
expect_out "against history/2027-01.yaml, version 3"
past() { awk -F, '$1 < "2027-01-13"' "$1"; }
cmp -s <(past "$work/as-worked.csv") <(past "$month/rota.csv") ||
  fail "repair changes what was worked: $(diff <(past "$work/as-worked.csv") <(past "$month/rota.csv"))"
grep -q "Cat Cole: " "$work/out" && fail "what was worked is taken for a change: $(cat "$work/out")"
expect 1 "$rota" verify "$service" "$month/rota.json"
grep -q "stated figure" "$work/out" && fail "other figures than verify's: $(cat "$work/out")"
expect 0 "$rota" publish "$service" "$month/rota.json" --reason "Bob was ill"
expect_out "by days that are over alone, and published with that"
expect_out "version 4"
# and in the one after that; but not what was taken back
again=$(awk -F, -v later="$later" '$5 == "bob" && $1 > later {print $1; exit}' "$month/rota.csv")
expect 1 "$rota" repair "$service" -m 2027-01 --absent bob --from "$again" --today 2027-01-13 --deterministic
cmp -s <(past "$work/as-worked.csv") <(past "$month/rota.csv") || fail "the second repair changes what was worked"
expect 0 "$rota" undo "$service" -m 2027-01 --to 2
rm -f "$month"/repairs/*
expect 0 "$rota" repair "$service" -m 2027-01 --today 2027-01-13 --deterministic
grep -q '^2027-01-12,am,.*,cat,' "$month/rota.csv" && fail "what was taken back is still there"
# a rota that breaks more than what was worked is not published, even if the current version does
cp -r "$service" "$work/onleave"
"$rota" undo "$work/onleave" -m 2027-01 --to 3 >/dev/null
printf 'bob,%s,%s,annual\n' "$later" "$later" >>"$work/onleave/2027-01/leave.csv"
expect 1 "$rota" publish "$work/onleave" "$work/onleave/2027-01/rota.csv" --reason "again"
expect_err "not all of that is by days before"
"$rota" undo "$service" -m 2027-01 --to 3 >/dev/null
sed 's/^2027-01-18,\(..\),\(.*\),ann,.*/2027-01-18,\1,\2,ann,duty,remote,no/' "$month/rota.csv" >"$work/lawless.csv"
expect 1 "$rota" publish "$service" "$work/lawless.csv" --reason "no"

# a history file that is cut short is told of by who reads it, and nothing is compared with the rest
rm -rf "$service" && cp -r "$tiny" "$service"
"$rota" build "$service" -m 2027-01 --deterministic -t 5 --show none -q 2>/dev/null
expect 0 "$rota" publish "$service" "$month/rota.json"
sed -i '/^checksum:/d; $d' "$history/2027-01.yaml"
for command in "verify $service $month/rota.json" "report $service -m 2027-01 --show none" \
  "export $service $month/rota.json --csv -"; do
  read -ra words <<<"$command"
  expect 0 "$rota" "${words[@]}"
  expect_err "history/2027-01.yaml: warning: is cut short: its last line, the checksum, is missing"
  grep -q "assignments\? differ" "$work/out" "$work/err" && fail "$command compares: $(cat "$work/out" "$work/err")"
done
finish
