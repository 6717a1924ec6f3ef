#!/usr/bin/env bash
# What programs read is as docs/schemas says, by somebody else's validator; that of recover is held
# to it in test_recover. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
schemas=$(realpath docs/schemas)
tiny=$(realpath tests/commands/tiny)
validate=$(realpath tests/support/validate.py)
python3 -c 'import jsonschema' 2>/dev/null || { echo "there is no python3-jsonschema"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small examples/district examples/backlog "$work"
cd "$work"
quietly() { "$rota" "$@" 2>/dev/null; }
holds() { "$validate" "$schemas/$1.schema.json" "${@:2}"; }

quietly build small --month 2027-01 --deterministic --time 1 --quiet
quietly build district --month 2027-01 --threads 1 --time 2 --quiet
made=small/2027-01/rota.json
holds rota $made district/2027-01/rota.json
quietly export small small/2027-01/rota.csv --month 2027-01 --json changed.json
holds rota changed.json

quietly rules --json >rules.json
holds rules rules.json
for service in small district; do
  quietly preferences $service --month 2027-01 --json >preferences.json
  holds preferences preferences.json
done

quietly explain small $made --clinician maya --json >wishes.json
quietly explain small $made --cost --json >cost.json
where=$(awk -F, 'NR == 9 {print $1 " " $2 " " $5}' small/2027-01/rota.csv)
quietly explain small $made --assignment "$where" --json >here.json
gap=$(awk -F, 'NR == 9 {print $1 " " $2 " " $6 " " $7}' small/2027-01/rota.csv)
quietly explain small $made --gap "$gap" --json >gap.json
quietly explain small $made --gaps --json >gaps.json
for number in $(jq '.shortfalls[].number' gaps.json); do
  quietly explain small $made --gap "$number" --json >"gap-$number.json"
done
holds explain wishes.json cost.json here.json gap.json gaps.json gap-*.json

# why no rota can be
cp -r "$tiny" clash
echo "cat,2027-01-12,pm,clinic,hove" >>clash/2027-01/locks.csv
quietly explain clash --month 2027-01 --json >clash.json || true
quietly explain small --month 2027-01 --json >lawful.json
jq -e '.clashes[0].ways_out[0]' clash.json >/dev/null
holds explain clash.json lawful.json

# leave before there is a published rota, and what it would cost with one; suggestions of each kind
quietly leave small --clinician tunde --from 2027-01-12 --today 2026-12-14 --json >leave.json || true
quietly suggest small $made --for zara --today 2027-01-01 --json >day.json || true
quietly suggest small $made --swap zara lee --today 2027-01-01 --json >swap.json || true
quietly suggest small $made --gap "$gap" --today 2027-01-01 --json >fill.json || true
holds suggest day.json swap.json fill.json

cp $made before.json
quietly publish small $made >/dev/null
quietly leave small --clinician lee --from 2027-01-18 --to 2027-01-22 --today 2027-01-04 \
  --deterministic --threads 1 --json >lost.json || true
holds leave leave.json lost.json
quietly repair small --month 2027-01 --absent maya --from 2027-01-12 --to 2027-01-15 \
  --today 2027-01-01 --json >repair.json
cp -r "$tiny" tiny
quietly build tiny --month 2027-01 --deterministic --time 1 --quiet
quietly publish tiny tiny/2027-01/rota.json >/dev/null
quietly repair tiny --month 2027-01 --absent bob --from 2027-01-12 --to 2027-01-12 \
  --today 2027-01-01 --json --frontier >frontier.json || true
holds repair repair.json frontier.json
holds rota $made
quietly diff before.json $made --service small --json >diff.json
holds diff diff.json

quietly whatif small --month 2027-01 small/scenarios/1-one-more-sofia.yaml --deterministic \
  --threads 1 --time 1 --json >whatif.json
jq -e '.baseline.held[0].words' whatif.json >/dev/null
holds whatif whatif.json
cp -r "$tiny" advised
quietly advise advised -m 2027-01 --deterministic --time 1 -n 2 --pairs --json >advice.json
quietly advise advised -m 2027-01 --deterministic --time 1 -n 0 --no-fragility --json >bare.json
holds advise advice.json bare.json

quietly waiting backlog --json >counted.json
quietly build backlog --month 2026-12 --deterministic --time 1 --quiet
quietly waiting backlog --json >expected.json
holds waiting counted.json expected.json

# A schema that takes everything would show nothing.
sed 's/"objective": /"objektive": /' $made >wrong.json
if holds rota wrong.json >/dev/null; then
  echo "a misspelt member passed"
  exit 1
fi
