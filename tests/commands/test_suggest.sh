#!/usr/bin/env bash
# Ways to fill a gap, to swap, to give a day: each, applied, is lawful at the price that was said.
source "$(dirname "$0")/expect.sh"
service=$work/locality
month=$service/2027-01
cp -r "$(dirname "$tiny")/../../examples/locality" "$service"
expect 0 "$rota" build "$service" --month 2027-01 --deterministic --time 1 --threads 1 --quiet
cp "$month/rota.json" "$work/built.json"
cp "$month/rota.csv" "$work/built.csv"
built=$work/built.json
checked=0

# applies ARGUMENT...: asks, and applies each that is suggested to the rota as it was built.
applies() {
  local prices price number=0
  expect 0 "$rota" suggest "$service" "$built" --today 2027-01-01 "$@" --json
  prices=$(grep -o '"cost": -\?[0-9]*' "$work/out" | grep -o '[-0-9]*$')
  for price in $prices; do
    number=$((number + 1))
    expect 0 "$rota" suggest "$service" "$built" --today 2027-01-01 "$@" --apply $number
    expect_out "suggestion $number is written: $service/2027-01/rota.json and rota.csv"
    sed -i '/is written/d' "$work/out"
    expect_within_80
    expect 0 "$rota" verify "$service" "$month/rota.json"
    grep -qF "objective $(printf "%'d" "$price")" "$work/out" ||
      tr -d , <"$work/out" | grep -q "objective $price\$" ||
      fail "suggestion $number of $* is not as dear as was said, $price: $(tail -1 "$work/out")"
    checked=$((checked + 1))
  done
}
# Where a share of the cases is tried, it is the first suggestion of one question of each kind.
most=$(cases_tried 2)
applies --gap '2027-01-14 am support remote' --most "$most"
applies --swap beth sanjay --most "$most"
applies --for beth --most "$most"
applies --for beth --on 2027-01-13 --most "$most"
if ((most > 1)); then
  applies --gap '2027-01-07 pm support remote' --most "$most"
  applies --for sanjay --most "$most"
fi
((checked >= 6 * most - 2)) || fail "only $checked suggestions were looked at"

# The working copy is as a repair leaves it: what somebody has changed stays.
echo >>"$month/rota.csv"
expect 2 "$rota" suggest "$service" "$built" --for beth --today 2027-01-01 --apply 1
expect_err 'is not as rota wrote it'
expect 0 "$rota" suggest "$service" "$built" --for beth --today 2027-01-01 --apply 1 --force

# Days that are over, and what is locked, stay.
expect 2 "$rota" suggest "$service" "$built" --gap '2027-01-12 am clinic hove' --today 2027-01-13
expect_err 'is over'
expect 0 "$rota" suggest "$service" "$built" --for beth --today 2027-01-13 --most 30
grep -qE 'free on .* ([1-9]|1[0-2]) Jan:' "$work/out" && fail "a day that is over is given"
expect_out 'something of it is locked, or over'

# What can't be is said with its rule; nothing at all is status 1.
expect 0 "$rota" suggest "$service" "$built" --swap beth sanjay --today 2027-01-01
expect_out 'Beth Chan does not work then'
expect 1 "$rota" suggest "$service" "$built" --gap '2027-01-18 am shoulder brighton' --today 2027-01-01
expect_out 'no lawful way was found'
expect_out 'kept off by availability (service.yaml:'

# A day on which somebody has nothing is not one that can't be given; there is no --time to give more of.
expect 1 "$rota" suggest "$service" "$built" --for beth --on 2027-01-17 --today 2027-01-01
expect_out 'they have no work then as it is'
expect 0 "$rota" suggest "$service" "$built" --for beth --today 2027-01-01
expect_out "a way that takes more moves may be cheaper: 'rota build' looks further"
grep -qe '--time' "$work/out" && fail "it speaks of --time, which it has not got"

# Mistakes.
expect 2 "$rota" suggest "$service" "$built"
expect_err 'one of --gap, --swap and --for'
expect 2 "$rota" suggest "$service" "$built" --swap beth
expect_err '--swap takes two people'
expect 2 "$rota" suggest "$service" "$built" --swap beth beth
expect_err "'beth' can't exchange anything"
expect 2 "$rota" suggest "$service" "$built" --for nobody
expect_err "there is no clinician 'nobody'"
expect 2 "$rota" suggest "$service" "$built" --for beth --on 2027-02-01
expect_err "'2027-02-01' is not in 2027-01"
expect 2 "$rota" suggest "$service" "$built" --for beth sanjay
expect_err "an argument too many: 'sanjay'"
expect 2 "$rota" suggest "$service" "$built" --for beth --today 2027-01-01 --apply 11
expect_err 'apply'
expect 2 "$rota" suggest "$service" "$built" --for beth --today 2027-01-01 --apply 0
expect_err '--apply is 0; it should be 1 to 10'
finish
