#!/usr/bin/env bash
# Can leave be granted: before there is a rota, against figures by hand; afterwards, as a repair says.
source "$(dirname "$0")/expect.sh"
cp -r "$tiny" "$work/tiny"
service=$work/tiny
leave() { expect "$1" "$rota" leave "$service" --today 2027-01-01 --clinician "${@:2}"; }

# Monday 4th: Bob or Cat holds the clinic, Cat the duty, which needs band 7; nobody is to spare.
leave 0 ann --from 2027-01-04
expect_out 'yes: what is needed can be covered in every session without them'
expect_out 'Mon 4 Jan am       2       1        1  MSK clinic at Hove hub: 1'
expect_out 'Mon 4 Jan pm       2       1        1  Duty clinician: 0'
expect_out 'nobody else is away then'
expect_within_80

# On the 11th Ann, the other of band 7, is away, and on the 12th Cat too: then the clinic is Bob's.
leave 1 cat --from 2027-01-11
expect_out 'no: this would be lost'
expect_out 'Duty clinician, 2027-01-11 pm: 0 of 1 needed (cover)'
expect_out 'who else is away: Ann Able'
leave 1 bob --from 2027-01-11 --to 2027-01-13
expect_out 'MSK clinic at Hove hub, 2027-01-12 am: 0 of 1 needed'
expect_out 'each of these days alone could be: Mon 11 Jan, Wed 13 Jan'
expect_out 'these could not: Tue 12 Jan'
grep -q 'Spinal clinic.*of 1 needed' "$work/out" && fail "what is short without Bob's leave is said to be lost by it"
leave 1 bob --from 2027-01-11 --to 2027-01-13 --json
expect_out '"granted": "no"'
expect_out '"session": "2027-01-12 am"'

# Cat's pattern has no Wednesday. Of a month without a folder the service alone is known.
leave 0 cat --from 2027-01-13
expect_out 'yes: they are not at work then as it is'
leave 0 bob --from 2027-06-07
expect_out 'yes: what is needed can be covered'

# With a rota: what the repair says, and nothing is written.
expect 0 "$rota" build "$service" --month 2027-01 --deterministic --time 1 --quiet
leave 0 ann --from 2027-01-20 --deterministic
expect_out 'which is not published yet, can be mended, and no cover is lost'
leave 0 cat --from 2027-01-13 --deterministic
expect_out 'yes: they are not at work then as it is'
expect 0 "$rota" publish "$service" "$service/2027-01/rota.json"
find "$service" -type f -exec sha256sum {} + | sort >"$work/before"
compared=0
for who in ann bob cat; do
  for day in 05 12 19 25; do
    "$rota" repair "$service" -m 2027-01 --absent $who --kind annual --from 2027-01-$day \
      --today 2027-01-01 --deterministic --dry-run --json >"$work/repair.json" 2>/dev/null || continue
    lost=$(grep -A1 '"lost": {' "$work/repair.json" | grep -o '"value": [0-9]*' | grep -o '[0-9]*$' | head -1)
    changes=$(grep -A1 '"changes": {' "$work/repair.json" | grep -o '"value": [0-9]*' | grep -o '[0-9]*$' | head -1)
    leave $((lost > 0)) $who --from 2027-01-$day --deterministic --json
    expect_out "\"changes\": $changes"
    compared=$((compared + 1))
  done
done
((compared > 6)) || fail "only $compared repairs were compared"
find "$service" -type f -exec sha256sum {} + | sort | diff "$work/before" - || fail "leave has written something"

# Cat is ill, which loses the duty of the 11th and isn't mended yet: that is not Bob's doing.
expect 0 "$rota" repair "$service" -m 2027-01 --absent cat --from 2027-01-11 --to 2027-01-11 \
  --today 2027-01-01 --deterministic
grep -q 'Duty clinician' "$work/out" || fail "nothing is lost when Cat is ill"
leave 0 bob --from 2027-01-25 --deterministic
expect_out 'no cover is lost'

# Mistakes.
leave 2 nobody --from 2027-01-04
expect_err "there is no clinician 'nobody'"
leave 2 ann --from 2027-01-04 --to 2027-02-03
expect_err 'the days are not all in 2027-01'
leave 2 ann --from 2027-01-05 --to 2027-01-04
expect_err '--to is before --from'
expect 2 "$rota" leave "$service" --clinician ann
expect_err 'whose, and when?'
finish
