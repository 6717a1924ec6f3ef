# rota whatif: which differences of single weeks are clear, where it is chance in which week of the
# month two clinics take place.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# Ann sees 6 on two Mondays of the month, whichever; on the others she holds a class.
service=$work/mondays
mkdir -p "$service"
cat >"$service/service.yaml" <<YAML
service: Mondays
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
week: {mon: [am]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: 1}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, slots: {new: 6}}
  class: {name: Class, skill: msk, at: hub, room: none, spare: yes}
demand:
  - {task: clinic, at: hove, sessions: mon am, per: month, need: 2, most: 2}
waiting_list:
  classes:
    routine: {standard: 12, referrals: 6, list: {4-12: 60}}
  variation: none
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
cat >"$work/three.yaml" <<YAML
scenario: Three
changes:
  - set: {"demand[1].need": 3, "demand[1].most": 3}
horizon: 12 weeks
YAML
cat >"$work/reminders.yaml" <<YAML
scenario: Reminders
changes:
  - set: {waiting_list.dna: {new: 0.1}}
YAML

# What changes after the weeks that are followed is felt nowhere, and that is said; within them nothing is.
printf 'scenario: Far\nchanges:\n  - add: {like: ann, from: 2028-03-06}\n' >"$work/far.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/far.yaml" --time 1 --deterministic
expect_err "far.yaml: warning: what changes on 2028-03-06 is not felt: 26 weeks are followed, to 2027-08-01"
echo 'horizon: 60 weeks' >>"$work/far.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/far.yaml" --time 1 --deterministic
! grep -q "not felt" "$work/err" || fail "what is felt is said not to be: $(cat "$work/err")"

# 6 more in February, in some week of four: that month clearly, no week of it. In April, far from any of
# them, a Monday has three quarters of a clinic for a half, 3 or more beside 3: clearly.
for seed in 1 2 3; do
  expect 0 "$rota" whatif "$service" -m 2027-02 "$work/three.yaml" "$work/reminders.yaml" --time 8 \
    --deterministic --seed $seed --csv "$work/weeks.csv" --force --json -q
  grep -q '^Three,slots_new,,,contacts,18,6,yes$' "$work/weeks.csv" || fail "a month of three clinics"
  weeks() { awk -F, -v from="$1" -v to="$2" '$1 == "Three" && $2 == "slots" && $4 >= from && $4 <= to && $7 != 0' "$work/weeks.csv"; }
  [[ -n $(weeks 1 4) ]] || fail "with seed $seed no week differs"
  [[ -z $(weeks 1 4 | grep -v ',no$') ]] || fail "with seed $seed a week of the month is clear: $(weeks 1 4)"
  [[ -n $(weeks 9 12) && -z $(weeks 9 12 | grep -v ',yes$') ]] || fail "with seed $seed a week in April is not clear: $(weeks 9 12)"
  # The same programme has the same weeks, and what it changes is clear beside them, where chance is none.
  ! grep '^Reminders,slots,' "$work/weeks.csv" | grep -v ',0.00,yes$' || fail "another rota for the same programme"
  # The searches: in some other weeks of the month; afterwards the same.
  jq -e '.baseline.trajectory.all.slots | [.least, .most] | transpose | (.[1:5] | any(.[0] < .[1])) and (.[6:] | all(.[0] == .[1]))' \
    "$work/out" >/dev/null || fail "with seed $seed the searches are not told: $(jq -c '.baseline.trajectory.all.slots' "$work/out")"
done
finish
