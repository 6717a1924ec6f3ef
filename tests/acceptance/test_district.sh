#!/usr/bin/env bash
# The district example, written from docs/from-your-spreadsheet.md alone, gives at its first
# build a rota that people accept: no hole that the pattern does not force, no move without
# time, hardly a day at two sites, each PCN known to its own, every meeting and event held,
# 80:20 for nearly all who hold both kinds of skill. Work is counted, so that the machine's load
# does not decide. $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/district "$work/service"
"$rota" build "$work/service" --month 2027-01 --deterministic --threads 1 --time 30 --quiet
rota_json=$work/service/2027-01/rota.json
failures=0

# total KEY: of the whole service, whole numbers; decimals are cut off
total() {
  sed -n '/^ "totals": {/,/^ }/s/^  "'"$1"'": \([0-9]*\).*/\1/p' "$rota_json"
}

# at_most KEY NUMBER, at_least NUMBER OF WHAT
at_most() {
  echo "$1: $(total "$1"), at most $2"
  [ "$(total "$1")" -le "$2" ] || failures=$((failures + 1))
}
at_least() {
  echo "$3: $1, at least $2"
  [ "$1" -ge "$2" ] || failures=$((failures + 1))
}

at_most hole_days 0
at_most moves_without_time 0
at_least $((3 * $(total days))) $((100 * $(total split_days))) "3% of the days, against those at two sites"
at_least "$(total named_percent)" 60 "named people's share of their PCNs' sessions"
at_least $((10 * $(total near_ratio))) $((8 * $(total hold_both_streams))) "near 80:20, tenfold"

# 1:1s of all but the head of the service, two team meetings, and nothing of an event missing.
at_least "$(grep -c '"rule": "supervision"' "$rota_json")" 24 "1:1s"
at_least "$(grep -c '"rule": "team_meeting"' "$rota_json")" 2 "team meetings"
for rule in supervision team_meeting event cover fcp_cover duty_cover; do
  sed -n '/^ "shortfalls": \[$/,/^ \]/p' "$rota_json" | grep -q "\"rule\": \"$rule\"" &&
    { echo "$rule falls short"; failures=$((failures + 1)); }
done
# The two practices of a PCN, in turn.
at_practice() { grep -c "\"site\": \"$1\"" "$rota_json"; }
between=$(($(at_practice ropetackle) - $(at_practice millhill)))
[ "${between#-}" -le 1 ] && [ "$(at_practice millhill)" -ge 3 ] ||
  { echo "the practices of Adur PCN are not in turn"; failures=$((failures + 1)); }
grep -q '"hard_limits_broken": 0,' "$rota_json" || { echo "a hard rule is broken"; failures=$((failures + 1)); }
[ $failures -eq 0 ]
