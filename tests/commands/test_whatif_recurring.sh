# rota whatif and recover where an event of the service comes back in every month: figures by hand.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# Ann sees 3 new patients on Mondays, 6 are referred a week and 60 wait. To the drop-in on each second
# Wednesday come 10, and Bob is there. February 2027 begins on a Monday.
service=$work/drop-in
mkdir -p "$service"
cat >"$service/service.yaml" <<YAML
service: Drop-in
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
  pm: {from: "13:15", to: "17:00"}
week: {mon: [am], wed: [pm]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: 3}
  hall: {name: Hall, kind: venue}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, slots: {new: 3}}
  drop-in: {name: Drop-in, skill: msk, at: venue, room: none}
demand:
  - {task: clinic, at: hove, sessions: mon am, need: 1}
events:
  morning:
    name: Drop-in at the hall
    at: hall
    on: {every: 2nd wed pm}
    attendees: 10
    need: [{task: drop-in, need: 1}]
waiting_list:
  classes:
    routine: {standard: 12, referrals: 6, list: {4-12: 60}}
  variation: none
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {wed: [pm]}, base: hove, skills: {msk: yes}}
YAML
printf 'scenario: Nothing\nchanges: []\nhorizon: 12 weeks\n' >"$work/nothing.yaml"
cat >"$work/more.yaml" <<YAML
scenario: One more like Ann
changes:
  - add: {like: ann}
  - cover: {task: clinic, at: hove, sessions: mon am, need: 2}
horizon: 12 weeks
YAML
ends() { jq -c '[.baseline, .scenarios[].outcome] | map(.measures.list_end)' "$work/out"; }

# 12 weeks end on 25 April: 10 February, 10 March and 14 April. 60 + 72 - 36 - 30 = 66; with one more
# clinic 36 fewer; and nothing changed is nothing.
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/nothing.yaml" "$work/more.yaml" --time 1 --deterministic --json -q
[[ $(ends) == '[66,66,30]' ]] || fail "the event does not come back: $(ends)"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/nothing.yaml" --time 1 --deterministic
tr -s ' \n' ' ' <"$work/out" | grep -qF "and of each scenario that leaves it so: 2 weeks" || fail "no note: $(cat "$work/out")"
expect_within_80

# A manifest's builds as well; a scenario waits for the service as it is.
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/more.yaml" --time 1 --deterministic --manifest "$work/builds.jsonl"
expect 2 "$rota" whatif --manifest "$work/builds.jsonl" --task 2
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 1
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 2
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --collect --json -q
[[ $(ends) == '[66,30]' ]] || fail "not in a manifest: $(ends)"

# A scenario that changes what comes back changes it after the month too: 16 people a time are 66 - 3 x 6;
# on last Wednesdays, of which the third is the 28th of April, 66 + 10; without March and April 66 + 20.
printf 'scenario: More at the hall\nchanges:\n  - set: {events.morning.attendees: 16}\nhorizon: 12 weeks\n' >"$work/larger.yaml"
printf 'scenario: Late in the month\nchanges:\n  - set: {events.morning.on: {every: last wed pm}}\nhorizon: 12 weeks\n' >"$work/late.yaml"
printf 'scenario: No drop-ins from March\nchanges:\n  - set: {events.morning.on: {every: 2nd wed pm, until: 2027-02-28}}\nhorizon: 12 weeks\n' >"$work/over.yaml"
printf 'scenario: As many\nchanges:\n  - set: {events.morning.attendees: 10}\nhorizon: 12 weeks\n' >"$work/as-many.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/larger.yaml" "$work/late.yaml" "$work/over.yaml" "$work/as-many.yaml" --time 1 --deterministic --json -q
[[ $(ends) == '[66,48,76,86,66]' ]] || fail "a change of the event is not felt after the month: $(ends)"

# Each week two: 60 + 72 - 36 - 24 = 72. From March on, until the middle of it: 2 of the 3rd and the 10th.
sed 's/2nd wed pm/wed pm/; s/attendees: 10/attendees: 2/' -i "$service/service.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/nothing.yaml" --time 1 --deterministic --json -q
[[ $(ends) == '[72,72]' ]] || fail "not each week: $(ends)"
sed 's/every: wed pm/every: wed pm, from: 2027-03-01, until: 2027-03-14/' -i "$service/service.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/nothing.yaml" --time 1 --deterministic --json -q
[[ $(ends) == '[92,92]' ]] || fail "not in its time: $(ends)"

# A plan's months begin with them: 60 + 72 - 36 - 4 = 92 at the end of the twelfth week.
cat >"$service/recovery.yaml" <<YAML
months: 3
sure: 0
goals: [{over: 30, by: 2027-04-30}]
levers:
  - {name: Bank, gives: {new: 3}, price: 100}
YAML
expect 0 "$rota" recover "$service" -m 2027-02 --time 1 --deterministic --no-build --json
[[ $(jq -c '.weeks[12].as_it_is' "$work/out") == 92 ]] || fail "not in a plan: $(jq -c '[.weeks[].as_it_is]' "$work/out")"
finish
