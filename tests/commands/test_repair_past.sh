#!/usr/bin/env bash
# repair and publish where days that are over break what can't be broken: that is as it is, is named,
# and makes nothing impossible; what comes after it is held to the rules.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
service=$work/service month=$work/service/2027-01
publish_in() { "$rota" publish "$@"; }
publish() { publish_in "$service" "$@"; }
mend() { "$rota" repair "$service" -m 2027-01 --deterministic --force "$@"; }

# Everybody has 0.4: 4 sessions of 3 h 45 min a week of six, 16 in the month's four weeks, and one
# more or less at most. plan WHO FOUR NUMBERS: so many sessions in each week, from Monday on.
plan() {
  local who=$1 monday count
  shift
  for monday in 04 11 18 25; do
    for ((count = 0; count < $1; count++)); do
      printf '2027-01-%02d,%s,%s,support,remote\n' $((10#$monday + count / 2)) \
        "$([[ $((count % 2)) == 0 ]] && echo am || echo pm)" "$who"
    done
    shift
  done
}
# begin RULE: a service with it, and the rota of what plan says, published
begin() {
  rm -rf "$service" && mkdir -p "$month" && echo '{}' >"$month/month.yaml"
  sed "s/^rules:/rules:\n  - $1/" "$tiny/service.yaml" >"$service/service.yaml"
  sed 's/wte: 0\.[46]/wte: 0.4/; s/{mon-tue: /{mon-wed: /' "$tiny/clinicians.yaml" >"$service/clinicians.yaml"
  { echo date,session,clinician,task,site && cat; } >"$work/first.csv"
  expect 0 publish "$work/first.csv"
}
days() { awk -F, -v before="$2" 'NR > 1 && $1 < before {print $1, $2, $5, $6, $7}' "$1" | sort; }
of() { awk -F, -v who="$2" -v from="$3" 'NR > 1 && $5 == who && $1 >= from' "$1" | wc -l; }

# --- more hours than an illness leaves room for: 15 sessions worked by the 25th, and with six of 24
# away a quarter of the contract is off, so 12 and one more are the most
begin 'contract_hours: {tolerance_minutes: 225}' < <(plan ann 5 5 5 1; plan bob 4 4 4 4; plan cat 4 4 4 4)
history=$service/history/2027-01
expect 1 mend --absent ann --from 2027-01-25 --to 2027-01-27 --today 2027-01-25
expect_out "broken by days that are over, and no more than they alone make it"
expect_out "Ann Able is planned 56 h 15 min, at most 48"
expect_out "changes: 0 (proven: none has fewer)"
cmp -s <(days "$history/v1.csv" 2027-01-25) <(days "$month/rota.csv" 2027-01-25) || fail "a day that is over has changed"
[[ $(of "$month/rota.csv" ann 2027-01-25) == 0 ]] || fail "ann works while she is ill"
expect 1 mend --today 2027-01-25 --json
[[ $(jq -r '.broken | map(.rule) | join(" ")' "$work/out") == contract_hours ]] || fail "the JSON does not name it"
cp "$month/rota.csv" "$work/mended.csv"

# published from that day on, as it is; before it those hours can still be mended
expect 1 publish "$month/rota.json" --reason ill --today 2027-01-18
expect_err "is not published; not all of that is by days before 2027-01-18 alone"
# with one more session than was worked, or one of them twice, or with two duties in a week to come
for more in '2027-01-20,pm,ann,support,remote' '2027-01-20,am,ann,support,remote' '2027-01-25,pm,cat,duty,remote
2027-01-26,pm,cat,duty,remote'; do
  { echo date,session,clinician,task,site; tail -n +2 "$work/mended.csv" | cut -d, -f1,2,5-7 |
    grep -v "2027-01-2[56],pm,cat"; echo "$more"; } >"$work/more.csv"
  expect 1 publish "$work/more.csv" --reason ill --today 2027-01-25
  expect_err "not all of that is by days before 2027-01-25 alone"
done
expect 0 publish "$month/rota.json" --draft --comments 2027-01-31 --today 2027-01-25
expect 0 publish "$month/rota.json" --reason ill --today 2027-01-25
expect_out "by days that are over alone, and published with that"
expect_out "version 2"
# questions are answered all the same: what is written breaks no more, and can be published
cp -r "$service" "$work/asked"
expect 0 "$rota" suggest "$work/asked" "$work/asked/2027-01/rota.json" --for bob --on 2027-01-26 --today 2027-01-25
expect_err "warning: the rota breaks 1 hard limit, as 'rota verify' lists; nothing that is said here breaks more"
expect 0 "$rota" suggest "$work/asked" "$work/asked/2027-01/rota.json" --for bob --on 2027-01-26 --today 2027-01-25 --apply 1
expect 1 "$rota" verify "$work/asked" "$work/asked/2027-01/rota.json"
expect_out "1 hard limit is broken"
[[ $(grep -c '^2027-01-26,.*,bob,' "$work/asked/2027-01/rota.csv") == 0 ]] || fail "bob has no day"
expect 0 publish_in "$work/asked" "$work/asked/2027-01/rota.json" --reason "a day for bob" --today 2027-01-25
expect 0 "$rota" explain "$work/asked" "$work/asked/2027-01/rota.json" --assignment '2027-01-25 am cat' --write "$work/without.json"
expect_out "without it: the rota would cost"
expect 1 "$rota" verify "$work/asked" "$work/without.json"
expect_out "1 hard limit is broken"
# the next repair stands on it, and may be published too
expect 1 mend --absent bob --from 2027-01-26 --today 2027-01-26
expect 0 publish "$month/rota.json" --reason "Bob, too" --today 2027-01-26

# a week earlier the hours are still in nobody's past: they are mended
expect 0 "$rota" undo "$service" -m 2027-01 --to 1
expect 0 mend --today 2027-01-18
[[ $(of "$month/rota.csv" ann 2027-01-01) == 13 ]] || fail "ann has $(of "$month/rota.csv" ann 2027-01-01) sessions, not 13"
expect 0 publish "$month/rota.json" --reason ill

# leave is no illness: it can wait, and breaks nothing
begin 'contract_hours: {tolerance_minutes: 225}' < <(plan ann 5 5 5 1; plan bob 4 4 4 4; plan cat 4 4 4 4)
expect 1 "$rota" leave "$service" --clinician ann --from 2027-01-25 --to 2027-01-27 --today 2027-01-25 --deterministic
expect_out "with it, days that are over break what can't be broken"
expect_out "Ann Able is planned 56 h 15 min, at most 48"

# --- fewer hours than are asked for: cat has worked 3 sessions, and two are left to her; at least
# her share of 14 of 24 less one session, 31 h 15 min, can't be reached: she has both, and bob,
# whom nothing keeps from his, has them all
begin 'contract_hours: {tolerance_minutes: 225, hard: yes}' < <(plan ann 4 4 4 4; plan bob 4 4 4 4; plan cat 3 0 6 6)
expect 1 mend --absent cat --from 2027-01-18 --to 2027-01-26 --today 2027-01-18
expect_out "Cat Cole is planned 18 h 45 min, at least"
[[ $(of "$month/rota.csv" cat 2027-01-18) == 2 ]] || fail "cat is not given what is left"
[[ $(grep -c "contract_hours" "$work/out") == 1 ]] || fail "others break it, too: $(cat "$work/out")"
sed '/^2027-01-27,pm,.*,cat,/d' "$month/rota.csv" >"$work/less.csv"
expect 1 publish "$work/less.csv" --reason ill --today 2027-01-18
expect 0 publish "$month/rota.json" --reason ill --today 2027-01-18

# --- what was worked stays where the pattern is another since, and is named; a day to come does not
begin 'contract_hours: {tolerance_minutes: 900}' < <(plan ann 4 4 4 4; plan bob 4 4 4 4; plan cat 5 5 4 4)
sed -i '/^cat/s/mon-wed/mon-tue/' "$service/clinicians.yaml"
expect 1 mend --today 2027-01-13
expect_out "broken by days that are over, and no more than they alone make it"
expect_out "availability: Cat Cole can't be at Remote on Wed 6 Jan am: outside the working"
expect_out "Wed 13 Jan am  Cat Cole: Supporting time at Remote (not in the working pattern)"
cmp -s <(days "$history/v1.csv" 2027-01-13) <(days "$month/rota.csv" 2027-01-13) || fail "what was worked is taken away"
expect 0 publish "$month/rota.json" --reason pattern --today 2027-01-13
expect 0 "$rota" suggest "$service" "$month/rota.json" --for bob --on 2027-01-19 --today 2027-01-13 --apply 1
expect 1 "$rota" verify "$service" "$month/rota.json"
grep -q "stated figure" "$work/out" && fail "other figures than verify's: $(cat "$work/out")"
expect 0 publish "$month/rota.json" --reason "a day for bob" --today 2027-01-13
# what is said not to have come to be is taken away, and not what else is over
expect 1 mend --absent ann --from 2027-01-12 --today 2027-01-13
cmp -s <(days "$history/v1.csv" 2027-01-13 | grep -v '^2027-01-12 .. ann') <(days "$month/rota.csv" 2027-01-13) ||
  fail "not yesterday's absence alone: $(diff <(days "$history/v1.csv" 2027-01-13) <(days "$month/rota.csv" 2027-01-13))"
# who is not written any more can't stand in a rota
sed -i '/^cat/,$d' "$service/clinicians.yaml"
expect 0 mend --today 2027-01-13
expect_out "left out, as the service has no such person, session, task or site any more"
expect_out "2027-01-06 am cat: support at remote"

# --- a lock that was never published lapses with its day, and is named
begin 'contract_hours: {tolerance_minutes: 900}' < <(plan ann 4 4 4 4; plan bob 4 4 4 4; plan cat 4 4 4 4)
{ head -1 "$month/rota.csv" 2>/dev/null || head -1 "$history/v1.csv"; } >"$work/edited.csv"
awk -F, -v OFS=, 'NR == 1 {next} $1 == "2027-01-12" && $2 == "am" && $5 == "ann" {$6 = "duty"; $8 = "yes"} {print}' \
  "$history/v1.csv" >>"$work/edited.csv"
expect 0 mend "$work/edited.csv" --today 2027-01-11
grep -q '^2027-01-12,am,.*,ann,duty,remote' "$month/rota.csv" || fail "the lock is not kept"
expect 1 mend --today 2027-01-18
expect_out "locks: Ann Able is locked to Duty clinician at Remote on Tue 12 Jan am"
expect_out "(2027-01/locks.csv:2)"
cmp -s <(days "$history/v1.csv" 2027-01-18) <(days "$month/rota.csv" 2027-01-18) || fail "the lock moves a day that is over"
# nor is there none where a limit has no room left for it: one duty a week is the most, and one was worked
begin 'contract_hours: {tolerance_minutes: 900}' < <(plan ann 4 4 4 4; plan bob 4 4 4 4; plan cat 4 4 4 4)
printf 'date,session,clinician,task,site\n2027-01-18,am,ann,duty,remote\n' >"$work/worked.csv"
expect 0 "$rota" worked "$service" -m 2027-01 "$work/worked.csv"
awk -F, -v OFS=, 'NR > 1 {$8 = "no"} $1 < "2027-01-06" && NR > 1 {$8 = "yes"}
  $1 == "2027-01-19" && $2 == "am" && $5 == "ann" {$6 = "duty"; $8 = "yes"} {print}' \
  "$history/v2.csv" >"$work/edited.csv"
expect 1 mend "$work/edited.csv" --today 2027-01-19
expect_err "edited.csv:2:1: warning: 12 rows from here on say 'locked: yes' of days before 2027-01-19, which never move"
[[ $(wc -l <"$work/err") == 1 ]] || fail "more is said: $(cat "$work/err")"
expect_out "locks: Ann Able is locked to Duty clinician at Remote on Tue 19 Jan am"
grep -q '^2027-01-18,am,.*,ann,duty,remote' "$month/rota.csv" || fail "what was worked is changed"
expect 0 publish "$month/rota.json" --reason lock --today 2027-01-19

finish
