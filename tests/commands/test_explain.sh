#!/usr/bin/env bash
# Why not me, and why here: as a person asks, on the tiny service.
source "$(dirname "$0")/expect.sh"
cp -r "$tiny" "$work/tiny"
cat >"$work/tiny/2027-01/preferences/bob.yaml" <<'YAML'
clinician: bob
month: 2027-01
submitted: 2026-12-01
locations: {hove: like}
sessions:
  - {on: 2027-01-04 am, want: off}
  - {on: 2027-01-05 am, want: {task: fcp}}
YAML
expect 0 "$rota" build "$work/tiny" --month 2027-01 --deterministic --quiet
built=$work/tiny/2027-01/rota.json
expect 0 "$rota" explain "$work/tiny" "$built" --clinician bob
expect_out 'Bob Best, January 2027'
expect_out '1. Hove hub (like): kept'
expect_out '2. off on Mon 4 Jan am (love): refused'
expect_out 'it could be had: the rota would cost'
expect_within_80

# The alternative is a rota: lawful, as dear as was said, and it has the wish.
expect 0 "$rota" explain "$work/tiny" "$built" --clinician bob --wish 2 --json --write "$work/off.json"
said=$(grep -o '"cost": -\?[0-9]*' "$work/out" | head -1 | grep -o '[-0-9]*$')
expect 0 "$rota" verify "$work/tiny" "$work/off.json"
expect_out "objective $said"
expect 0 "$rota" export "$work/tiny" "$work/off.json" --csv "$work/off.csv"
grep -q '^2027-01-04,am,[^,]*,[^,]*,bob,' "$work/off.csv" && fail "the alternative has bob on the 4th"
grep -q '^2027-01-04,am,[^,]*,[^,]*,bob,' "$work/tiny/2027-01/rota.csv" || fail "the rota has not bob on the 4th"

expect 3 "$rota" explain "$work/tiny" "$built" --clinician bob --wish 3 --write "$work/kept.json"
expect_out '3. First contact on Tue 5 Jan am (love): kept'
expect_err 'explain: wish 3 is kept as it is, so there is no other rota to write'
[[ ! -e $work/kept.json ]] || fail "a rota is written for a wish that is kept"

# What somebody does, and what would be without it.
item=$(awk -F, 'NR > 1 && $0 ~ /ann/ {print $1 " " $2; exit}' "$work/tiny/2027-01/rota.csv")
expect 0 "$rota" explain "$work/tiny" "$built" --assignment "$item ann" --write "$work/without.json"
expect_out 'Ann Able'
expect_out 'without it: the rota would cost'
expect 0 "$rota" verify "$work/tiny" "$work/without.json"

# In a month that has begun days that are over stay.
over=$(awk -F, 'NR > 1 {print $1}' "$work/tiny/2027-01/rota.csv" | sort -u | sed -n 4p)
expect 0 "$rota" explain "$work/tiny" "$built" --clinician bob --wish 2 --today "$over"
expect_out 'the days on which it could have been had are over'
expect 0 "$rota" explain "$work/tiny" "$built" --clinician bob --wish 2 --today "$over" --json
expect_out '"answer": "over"'
expect 2 "$rota" explain "$work/tiny" "$built" --assignment '2027-01-04 am bob' --today "$over"
expect_err "explain: '2027-01-04 am bob' is over, by --today $over"
late=$(awk -F, -v over="$over" '$1 >= over && /ann/ {print $1 " " $2; exit}' "$work/tiny/2027-01/rota.csv")
expect 0 "$rota" explain "$work/tiny" "$built" --assignment "$late ann" --today "$over" --write "$work/later.json"
"$rota" export "$work/tiny" "$work/later.json" --csv "$work/later.csv" 2>/dev/null
cmp -s <(awk -F, -v over="$over" '$1 < over' "$work/later.csv") \
  <(awk -F, -v over="$over" '$1 < over' "$work/tiny/2027-01/rota.csv") || fail "a day that is over has changed"

# What is locked can't be otherwise, and the lock is cited.
expect 3 "$rota" explain "$work/tiny" "$built" --assignment '2027-01-06 am bob' --write "$work/no.json"
expect_out 'no lawful rota is without it'
expect_out 'locks.csv:2'
[[ ! -e $work/no.json ]] || fail "a rota that can't be is written"

# Who could do one more.
expect 0 "$rota" explain "$work/tiny" "$built" --gap '2027-01-04 pm duty hove'
expect_out '0 do it, 2 have the skill'
expect_out '2 would '
expect_out 'with one more: the rota would cost'
expect 0 "$rota" explain "$work/tiny" "$built" --gap '2027-01-06 pm fcp goldstone' --json
expect_out '"reason": "'

expect 2 "$rota" explain "$work/tiny" "$built" --gap '2027-01-04 pm fcp hove'
expect_err "'fcp' is not done at 'hove'"
expect 2 "$rota" explain "$work/tiny" "$built" --gap '2027-01-04 pm'
expect_err "should be like '2027-01-12 am clinic hove'"

# All that is missing, each with who could and why not.
expect 0 "$rota" explain "$work/tiny" "$built" --gaps
expect_out 'who: '
expect_out 'can do it: '
expect_within_80
expect 0 "$rota" explain "$work/tiny" "$built" --gaps --json
expect_out '"closest": "'

# One of them, by its number there.
number=$("$rota" explain "$work/tiny" "$built" --gaps --json |
  jq '[.shortfalls[] | select(.cost > 0)][-1].number')
expect 0 "$rota" explain "$work/tiny" "$built" --gap "$number"
expect_out 'points more'
expect_within_80
expect 2 "$rota" explain "$work/tiny" "$built" --gap 99
expect_err 'there is no shortfall 99; there are'

# Where the cost comes from: each list sums up to the objective.
expect 0 "$rota" explain "$work/tiny" "$built" --cost
expect_out "by person"
expect_within_80

expect 2 "$rota" explain "$work/tiny" "$built"
expect_err 'one of --clinician, --gaps, --gap, --assignment and --cost'
expect 2 "$rota" explain "$work/tiny" "$built" --clinician nobody
expect_err "there is no clinician 'nobody'"
expect 2 "$rota" explain "$work/tiny" "$built" --clinician bob --wish 9
expect_err 'there is no wish 9; there are 3'
expect 2 "$rota" explain "$work/tiny" "$built" --assignment '2027-01-06 noon bob'
expect_err "is no session of 2027-01"
expect 2 "$rota" explain "$work/tiny" "$built" --clinician bob --write "$work/x.json"
expect_err '--write needs --wish'

# Without a rota: is there one?
expect 0 "$rota" explain "$work/tiny" --month 2027-01
expect_out "A lawful rota exists"
expect_no_err
expect 0 "$rota" explain "$work/tiny" --month 2027-07
expect_err "explain: there is no folder '$work/tiny/2027-07'"
expect 2 "$rota" explain "$work/tiny"
expect_err "--month"
expect 2 "$rota" explain "$work/tiny" --month 2027-01 --cost
expect_err "of which rota?"
finish
