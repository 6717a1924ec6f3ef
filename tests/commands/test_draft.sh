#!/usr/bin/env bash
# publish --draft: shown for comments, never history; objections are wishes that the next build
# weighs and its report answers; what comes late, or can't be asked, is named; publishing ends it.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cp -r "$tiny" "$work/service"
cd "$work" || exit 1
service=service month=service/2027-01 history=service/history
build() { "$rota" build service -m 2027-01 --deterministic -t 5 --show none "$@"; }
cost() { sed -n 's/^ *"objective": \([0-9-]*\).*/\1/p' "$month/rota.json"; }
rota=$(realpath "$OLDPWD/$rota" 2>/dev/null || realpath "$rota")
build -q 2>/dev/null
rm "$month"/preferences/*
build -q 2>/dev/null

# --- what a draft needs, and what it is
publish=("$rota" publish service "$month/rota.json")
expect 2 "${publish[@]}" --draft
expect_err "until when can the draft be commented on? --comments D, or 'comments' in the criteria"
expect 2 "${publish[@]}" --draft --comments 2027-02-30
expect 2 "${publish[@]}" --draft --comments 2027-02-01
expect_err "comments until 2027-02-01? 2027-01 is over then"
expect 2 "${publish[@]}" --comments 2026-12-20
expect_err "--comments is for a --draft"
expect 2 "${publish[@]}" --draft --comments 2026-12-20 --reason Ill
expect 2 "${publish[@]}" --draft --comments 2026-12-20 --skips 2026-12
[[ ! -e $history ]] || fail "a refused draft leaves something"
sed -i 's/^criteria:/criteria:\n  comments: 20th of the month before/' service/service.yaml
build -q 2>/dev/null
expect 0 "${publish[@]}" --draft
expect_out "draft 1 of 2027-01: service/history/2027-01/draft-1.json"
expect_out "open for comments until 2026-12-20: objections go into service/2027-01/objections"
cmp -s "$month/rota.json" "$history/2027-01/draft-1.json" || fail "the draft is another rota"
cmp -s "$month/rota.csv" "$history/2027-01/draft-1.csv" || fail "its table is another"

# it is nothing that is looked back at
expect 0 "$rota" check service
grep -q "draft" "$work/err" && fail "check knows no drafts: $(cat "$work/err")"
expect 0 "$rota" versions service -m 2027-01
expect_out "2027-01, which is not published"
expect_out "assignments, comments until 2026-12-20"
cp -r service past
sed -i 's/^comments: .*/comments: 2020-12-20/' past/history/2027-01/draft-1.yaml
expect 0 "$rota" versions past -m 2027-01
expect_out "assignments, comments until 2020-12-20; over"
sed -i 's/^comments: .*/comments: 2099-12-20/' past/history/2027-01/draft-1.yaml
expect 0 "$rota" versions past -m 2027-01
grep -q "2099-12-20$" "$work/out" || fail "an open draft is over: $(cat "$work/out")"
expect 2 "$rota" undo service -m 2027-01
expect 2 "$rota" repair service -m 2027-01
expect_err "not published"
mkdir service/2027-02
"$rota" build service -m 2027-02 --deterministic -t 2 -q 2>/dev/null
grep -q 'history/' service/2027-02/rota.json && fail "February looks back at the draft"
rm -r service/2027-02
cp "$month/rota.csv" some.csv
expect 0 "$rota" verify service some.csv
expect_out "draft 1 of 2027-01, comments until 2026-12-20"
"$rota" report service some.csv --html page.html >/dev/null 2>&1 || true
grep -q "draft 1 of 2027-01" page.html || fail "a draft's page does not say what it is"
! grep -q '<p class="old">' page.html || fail "a draft's page warns"
rm page.html

# --- an objection is a wish: as if it had been asked for before
mkdir "$month/objections"
day=$(awk -F, '$5 == "bob" && $2 == "am" {print $1; exit}' "$month/rota.csv")
object() { # object WHO SUBMITTED LINE...
  printf 'clinician: %s\nmonth: 2027-01\nsubmitted: %s\nsessions:\n' "$1" "$2" >"$month/objections/$1.yaml"
  printf '  - %s\n' "${@:3}" >>"$month/objections/$1.yaml"
}
object bob 2026-12-20 "{on: $day am, want: off}"
expect 0 build
expect_out "OBJECTIONS: 1, "
grep -q "^Bob Best" "$work/out" || fail "nobody is named: $(cat "$work/out")"
grep -q "1. off on .* am (love): .* (2027-01/objections/bob.yaml:5)" "$work/out" || fail "$(cat "$work/out")"
with=$(cost)
expect 0 "$rota" verify service "$month/rota.json"
"$rota" report service "$history/2027-01/draft-1.json" --show none >draft.out 2>/dev/null
grep -q "OBJECTIONS: 1, 0 met, 1 refused" draft.out || fail "the draft meets the objection to it"
grep -q "it could be had: the rota would cost" draft.out || fail "the draft's report does not say why: $(cat draft.out)"
mv "$month/objections/bob.yaml" "$month/preferences/bob.yaml"
build -q 2>/dev/null
[[ $(cost) == "$with" ]] || fail "an objection costs $with, the same as a preference $(cost)"

# said twice it counts once; and neither counts against limits on being off a second time
sed -i 's/^criteria:/criteria:\n  off: {sessions: mon-wed, most: 1}/' service/service.yaml
object bob 2026-12-20 "{on: $day am, want: off}"
expect 0 build
[[ $(cost) == "$with" ]] || fail "the same wish said again changes the cost to $(cost)"
expect_out "2027-01/objections/bob.yaml:5"
object bob 2026-12-20 "{on: $day pm, want: off}"
expect 2 "$rota" check service
expect_err "2027-01/objections/bob.yaml:5:5: asks to be off in 2 of these sessions; the service allows 1 (service.yaml:"
sed -i '/  off: {sessions/d' service/service.yaml

# --- what does not count is named, and left out
object bob 2026-12-21 "{on: $day am, want: off}"
expect 2 "$rota" check service
expect_err "2027-01/objections/bob.yaml:3:12: late: comments on draft 1 of 2027-01 closed on 2026-12-20; this does not count"
expect 0 build
expect_err "left out: late: comments on draft 1"
expect_out "2027-01/objections/bob.yaml:3"
grep -q OBJECTIONS "$work/out" && fail "a late objection is answered"
expect 0 "${publish[@]}" --draft --comments 2026-12-23
expect_out "draft 2 of 2027-01"
expect 0 "$rota" check service
expect_out "1 preference file with 1 wish, 1 objection"
sed -i 's/^month:/draft: 1\nmonth:/' "$month/objections/bob.yaml"
expect 2 "$rota" check service
sed -i 's/^draft: 1/draft: 7/' "$month/objections/bob.yaml"
expect 2 "$rota" check service
expect_err "2027-01/objections/bob.yaml:2:8: there is no draft 7 of 2027-01"
object ann 2026-12-20 "{every: mon, want: {task: duty}, how: avoid}" "{on: 2027-01-05 am, want: {tusk: duty}}"
sed -i 's/^  - {on: .*/&\ntasks: {duty: love}/' "$month/objections/bob.yaml"
expect 2 "$rota" check service
expect_err "objections/ann.yaml:5:5: 'duty' can't be asked to be avoided"
expect_err "objections/ann.yaml:6:32: unknown key in want: 'tusk'"
expect_err "objections/bob.yaml:7:1: unknown key in a file of objections: 'tasks'"
printf 'x\n' >"$month/objections/notes.txt"
expect 2 "$rota" check service
expect_err "2027-01/objections/notes.txt: warning: this file is not read"
rm "$month"/objections/*

# somebody who sent nothing, or too late, has still sent nothing, but objects
object cat 2026-12-20 "{on: 2027-01-04 am, want: off}" "{on: 2027-01-05 am, want: off}"
expect 0 "$rota" preferences service -m 2027-01
sed -n '/^nothing sent/,/^$/p' "$work/out" | grep -q "Cat Cole" || fail "who objects has sent preferences: $(cat "$work/out")"
sed -i 's/^criteria:/criteria:\n  close: 1st of the month before\n  late: ignore/' service/service.yaml
printf 'clinician: cat\nmonth: 2027-01\nsubmitted: 2026-12-02\nlocations: {hove: avoid}\n' >"$month/preferences/cat.yaml"
build -q 2>/dev/null
late=$(cost)
rm "$month/preferences/cat.yaml"
build -q 2>/dev/null
[[ $(cost) == "$late" ]] || fail "late preferences count with an objection: $late, not $(cost)"

# --- drafts stay as they are; publishing ends them
cp -r "$history" kept
expect 0 "${publish[@]}"
expect_out "published: service/history/2027-01.yaml, version 1"
for draft in 1 2; do
  cmp -s kept/2027-01/draft-$draft.yaml "$history/2027-01/draft-$draft.yaml" || fail "draft $draft has changed"
done
expect 0 "$rota" versions service -m 2027-01
expect_out "comments until 2026-12-23; over"
expect_out "* v1 "
expect 0 "$rota" report service "$history/2027-01/draft-2.json" --show none
expect_out "draft 2 of 2027-01, which is over"
expect 0 "$rota" report service -m 2027-01 --show none
expect_out "OBJECTIONS: 2"
# and a mended month is shown in the same way
ill=$(awk -F, '$5 == "bob" && $1 > "2027-01-10" {print $1; exit}' "$month/rota.csv")
expect 0 "$rota" repair service -m 2027-01 --absent bob --from "$ill" --today 2027-01-01
expect 0 "${publish[@]}" --draft --comments 2027-01-08
expect 0 "$rota" versions service -m 2027-01
expect_out "draft 3, of v2"
expect 0 "$rota" verify service "$month/rota.json"
expect_out "draft 3 of 2027-01, comments until 2027-01-08"
expect 0 "${publish[@]}" --reason "Bob was ill"
expect_out "version 2"

# a lawless rota is no draft
awk -F, -v OFS=, 'NR == 1 || $5 != "ann" {print} NR > 1 && $5 == "ann" {$6 = "fcp"; $7 = "crawley"; print}' \
  "$month/rota.csv" >lawless.csv
"$rota" publish service lawless.csv --draft --comments 2027-01-08 >/dev/null 2>&1 && fail "a lawless rota is shown"
[[ ! -e $history/2027-01/draft-4.yaml ]] || fail "it is kept, too"

# one whose file is damaged is said to be, and is of no version
for damage in '' '[' 'draft: 2'; do
  echo "$damage" >"$history/2027-01/draft-2.yaml"
  expect 1 "$rota" versions service -m 2027-01
  expect_out "draft 2  ! history/2027-01/draft-2.yaml can't be read"
  expect_out "draft 3, of v2"
done
finish
