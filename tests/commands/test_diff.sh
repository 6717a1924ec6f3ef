#!/usr/bin/env bash
# diff: what changed, by person and site, as JSON, and a message for each person affected.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
cp -r "$tiny" "$work/service"
printf 'date,session,clinician,task,site\n%s\n' \
  "2027-01-05,am,ann,clinic,hove
2027-01-05,am,bob,spine,hove
2027-01-05,pm,ann,duty,remote
2027-01-06,am,bob,clinic,crawley" >"$work/old.csv"
printf 'date,session,clinician,task,site\n%s\n' \
  "2027-01-05,am,ann,clinic,hove
2027-01-05,am,bob,clinic,crawley
2027-01-05,pm,bob,duty,remote
2027-01-06,am,bob,clinic,crawley" >"$work/new.csv"
expect 0 "$rota" diff "$work/old.csv" "$work/new.csv" --json
[[ $(jq '.changes | length' "$work/out") == 3 ]] || fail "not three changes"
[[ $(jq -c '.changes[0] | [.clinician, .before.task, .after.site]' "$work/out") == '["bob","spine","crawley"]' ]] ||
  fail "bob's morning is not told"
[[ $(jq -c '[.people[] | [.clinician, .yours, .others]]' "$work/out") == '[["ann",[1],[0]],["bob",[0,2],[1]]]' ]] ||
  fail "who is told of what: $(jq -c '[.people[] | [.clinician, .yours, .others]]' "$work/out")"
# with the service's names nobody is together at a remote site
expect 0 "$rota" diff "$work/old.csv" "$work/new.csv" --json --service "$work/service"
[[ $(jq -c '[.people[] | [.clinician, .yours, .others]]' "$work/out") == '[["ann",[1],[0]],["bob",[0,2],[]]]' ]] ||
  fail "who is told of what, remote: $(jq -c '[.people[] | [.clinician, .yours, .others]]' "$work/out")"
expect 0 "$rota" diff "$work/old.csv" "$work/new.csv" --service "$work/service"
expect_out "2027-01: 3 places differ"
expect_out "  Tue 5 Jan am: MSK clinic at Crawley hub, was Spinal clinic at Hove hub"
expect_out "  Tue 5 Jan pm: nothing, was Duty clinician at Remote"
expect 0 "$rota" diff "$work/old.csv" "$work/old.csv"
expect_out "2027-01: 0 places differ"

# messages, as mail for whoever has an address
sed -i 's/^ann: {/ann: {email: ann@example.org, /' "$work/service/clinicians.yaml"
expect 2 "$rota" diff "$work/old.csv" "$work/new.csv" --messages "$work/letters"
expect_err "needs --service"
expect 0 "$rota" diff "$work/old.csv" "$work/new.csv" --service "$work/service" --messages "$work/letters"
[[ $(ls "$work/letters" | xargs) == "ann.eml ann.txt bob.txt" ]] || fail "letters: $(ls "$work/letters" | xargs)"
grep -q '^To: <ann@example.org>.$' "$work/letters/ann.eml" || fail "the mail has no address"
grep -q 'Yours moved:' "$work/letters/ann.txt" || fail "ann is not told what is hers"
grep -q 'People you work with:' "$work/letters/ann.txt" || fail "ann is not told of bob"
[[ $(tr -d '\r' <"$work/letters/ann.eml" | sed '1,/^$/d') == $(cat "$work/letters/ann.txt") ]] ||
  fail "the mail says something else than the text"
expect 2 "$rota" diff "$work/old.csv" "$work/new.csv" --service "$work/service" --messages "$work/letters"
expect_err "is there already"

# a table of weeks lies in their folder, or goes by the document beside it
mkdir "$work/2027-01-04"
cp "$work/new.csv" "$work/2027-01-04/rota.csv"
expect 0 "$rota" diff "$work/2027-01-04/rota.csv" "$work/2027-01-04/rota.csv"
expect_out "2027-01-04: 0 places differ"
expect 2 "$rota" diff "$work/old.csv" "$work/2027-01-04/rota.csv"
expect_err "is a rota of 2027-01-04, and"

# or is of whichever month it is said to be, outside any folder
sed 's/2027-01-0/2027-02-0/' "$work/new.csv" >"$work/late.csv"
expect 2 "$rota" diff "$work/new.csv" "$work/late.csv"
expect_err "is a rota of 2027-02, and"
expect 0 "$rota" diff "$work/new.csv" "$work/late.csv" --month 2027-01-04
expect_out "2027-01-04: "
expect 2 "$rota" diff "$work/new.csv" "$work/late.csv" --month 2027-01
expect_err "late.csv:2:1: '2027-02-05' is not in 2027-01"
expect 2 "$rota" diff "$work/new.csv" "$work/late.csv" --month 2027-02-01
expect_err "new.csv:2:1: '2027-01-05' is not in 2027-02-01"
expect 2 "$rota" diff "$work/new.csv" "$work/late.csv" --month january
expect_err "'january' is not a month"

# mistakes
sed 's/2027-01/2027-02/' "$work/new.csv" >"$work/february.csv"
expect 2 "$rota" diff "$work/old.csv" "$work/february.csv"
expect_err "is a rota of 2027-02"
expect 2 "$rota" diff "$work/old.csv" "$work/nothing.csv"
sed -i 's/ann@example.org/ann at example.org/' "$work/service/clinicians.yaml"
expect 2 "$rota" diff "$work/old.csv" "$work/new.csv" --service "$work/service"
expect_err "is not an email address"
finish
