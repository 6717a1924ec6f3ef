#!/usr/bin/env bash
# The report of any rota again, without a build: as build printed it, of other inputs, of
# a rota that somebody changed, of what is published, and of what is no rota.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
month=$service/2027-01
json=$month/rota.json
# The report itself, without the lines that tell where it comes from.
body() { sed '/^written: /,$d; /^read: /,$d' "$work/out"; }

for how in "" --deterministic; do
  for show in people sites missed meetings none; do
    expect 0 "$rota" build "$service" --month 2027-01 --fresh --show "$show" $how
    body >"$work/built"
    cp "$json" "$work/before.json"
    expect 0 "$rota" report "$service" "$json" --show "$show"
    body | cmp -s - "$work/built" || fail "--show $show $how: another report than build's"
    expect_no_err
  done
done
cmp -s "$json" "$work/before.json" || fail "a report changes the rota"
expect_out "read: $json"

# In rota.json too: who sent nothing, and who holds both kinds of skill.
expect_out "nothing sent    Ann Able, Cat Cole"
tr -d ' \n' <"$json" | grep -qF '"not_sent":["ann","cat"]' || fail "who sent nothing is not in rota.json"
both=$(sed -n '/"clinicians": \[/,$p' "$json" | tr -d ' \n' | grep -o '"id":"[a-z]*"\|"holds_both_streams":[a-z]*' | tr '\n' ' ')
[[ $both == '"id":"ann" "holds_both_streams":true "id":"bob" "holds_both_streams":false "id":"cat" "holds_both_streams":true '* ]] ||
  fail "who holds both kinds of skill: $both"

# The rota may be named by its file, its folder or its month.
cp "$work/out" "$work/named"
for way in "$month --show none" "--month 2027-01 --show none" "$json -m 2027-01 --show none"; do
  # shellcheck disable=SC2086
  expect 0 "$rota" report "$service" $way
  cmp -s "$work/out" "$work/named" || fail "$way: another report"
done

# A CSV states nothing of how it was made.
expect 0 "$rota" report "$service" "$month/rota.csv" --show none
expect_out "no bound"
grep -q "seed" "$work/out" && fail "the seed of a CSV is told"

# Each missed soft rule, by person and date.
mkdir "$service/2027-02"
printf 'date,session,clinician,task,site\n2027-02-01,am,bob,clinic,hove\n2027-02-02,am,cat,spine,hove\n' >"$work/made.csv"
expect 0 "$rota" report "$service" "$work/made.csv" --show missed
expect_out "WHAT WAS MISSED"
expect_out "  cover: "
expect_out "20  MSK clinic at Hove hub on Mon 1 Feb am: 1 person, the target is 2"
expect_out "100  Duty clinician on Mon 1 Feb pm: 0 of 1 person"
expect_out "  ratio: 1 time"

# Other inputs than those it was built of: what differs is named, and the report goes on.
cp -r "$service" "$work/other"
sed -i 's/need: 1, target: 2/need: 1, target: 3/' "$work/other/service.yaml"
rm "$work/other/2027-01/preferences/bob.yaml"
expect 0 "$rota" report "$work/other" "$json" --show none
expect_err "since this rota was written, '2027-01/preferences/bob.yaml' is gone, 'service.yaml' has changed"
expect_err "stated figures are no longer right"
expect_out "IS IT COMPLETE?"

# Somebody changed a figure, or an assignment: to an unlawful one.
sed 's/"objective": -*[0-9]*/"objective": 7777/' "$json" >"$work/false.json"
expect 0 "$rota" report "$service" "$work/false.json" --show none
expect_err "2 stated figures are no longer right"
grep -q "7,777" "$work/out" && fail "a stated figure is taken for the truth"
printf 'date,session,clinician,task,site\n2027-01-11,am,ann,clinic,hove\n2027-01-10,am,bob,clinic,hove\n' >"$work/unlawful.csv"
expect 1 "$rota" report "$service" "$work/unlawful.csv" --show none
expect_out "on leave"
expect_out "3 limits are broken"
expect_out "2027-01-10 am is no session of 2027-01"

# What is published, and what was changed since; the notice that people have of it.
expect 0 "$rota" report "$service" -m 2027-01 --show none
grep -qxE 'notice: ([1-9][0-9]* days?|none), if it is published today' "$work/out" || fail "no notice"
expect 0 "$rota" export "$service" "$json" --figures -
grep -q notice_days "$work/out" && fail "notice of what is not published"
expect 0 "$rota" publish "$service" "$json"
expect 0 "$rota" export "$service" "$json" --figures -
grep -qxE 'service,,notice_days,-?[0-9]+' "$work/out" || fail "the notice of what is published is no figure"
expect 0 "$rota" report "$service" -m 2027-01 --show none
grep -qxE 'notice: ([1-9][0-9]* days?|none), published on 20[0-9-]{8}' "$work/out" || fail "no notice"
expect_out "2027-01 is published, and no assignment differs"
expect_no_err
expect 0 "$rota" report "$service" "$service/2027-01/rota.csv" --show none
expect_out "no assignment differs"
printf 'clinician,from,to,kind\n' >"$month/leave.csv"
grep -v ',duty,' "$month/rota.csv" >"$work/fewer.csv"
expect 0 "$rota" report "$service" "$work/fewer.csv" --show none
expect_err "since 2027-01 was published, '2027-01/leave.csv' has changed"
expect_err "not the rota of 2027-01 that is published"
expect_out "assignments differ"

# What stands in no session of the month breaks hard limits, which are counted.
sed 's/2027-01-04,/2027-01-02,/' "$month/rota.csv" >"$work/moved.csv"
expect 1 "$rota" report "$service" "$work/moved.csv" --show none
expect_out "limits are broken"
expect_out "2027-01-02 am is no session of 2027-01"

# Who has a new id is known by the old one.
cp -r "$service" "$work/renamed"
sed -i 's/^bob: {/robert: {was: bob, /' "$work/renamed/clinicians.yaml"
sed -i 's/deputy: \[bob\]/deputy: [robert]/' "$work/renamed/service.yaml"
rm -rf "$work/renamed/2027-01/preferences" "$work/renamed/2027-01/locks.csv"
expect 0 "$rota" report "$work/renamed" "$work/renamed/2027-01/rota.csv" --show none

# What is no rota, or none that is there.
expect 2 "$rota" report "$service" "$service/service.yaml"
expect_err "is not JSON"
expect_no_out
echo '[]' >"$work/list.json"
expect 2 "$rota" report "$service" "$work/list.json"
expect_err "is not a rota"
expect 2 "$rota" report "$service" "$service/2027-02"
expect_err "'$service/2027-02/rota.json' yet: 'rota build $service --month 2027-02' makes it"
expect 2 "$rota" report "$service" -m 2027-03
expect_err "'rota build $service --month 2027-03' makes it"
expect 2 "$rota" report "$service" "$work/no.json"
expect_err "no.json: can't be read: No such file or directory"
expect 2 "$rota" report "$service"
expect_err "which month?"
expect 2 "$rota" report "$service" "$json" -m 2027-02
expect_err "is a rota of 2027-01, not of 2027-02"
expect 2 "$rota" report "$service" "$json" --show everything
expect_err "there are people, sites, missed, meetings and none"
expect 2 "$rota" report "$work/nowhere" "$json"

# Who is asked for comes before where it is to be written.
echo mine >"$work/page.html"
for who in --person --pcn; do
  expect 2 "$rota" report "$service" "$json" --html "$work/page.html" $who nobody
  expect_err "report: $who: no "
  grep -q "is there already" "$work/err" && fail "the file is told of before $who"
done
expect 2 "$rota" report "$service" "$json" --html "$work/page.html" --person bob
expect_err "'$work/page.html' is there already; --force replaces it"
[[ $(cat "$work/page.html") == mine ]] || fail "the page replaces what was there"
expect 0 "$rota" help report
expect_within_80
finish
