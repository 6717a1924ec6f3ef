# rota recover on a service so small that its plan is known by hand.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# make_service DIR LIST: two people see 3 new patients each on Mondays, and 6 a week are referred.
# February to April 2027 are 13 weeks; 12 of them end by 30 April.
make_service() {
  mkdir -p "$1"
  cat >"$1/service.yaml" <<YAML
service: Mondays
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
week: {mon: [am]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: 3}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, slots: {new: 3}}
demand:
  - {task: clinic, at: hove, sessions: mon am, need: 3}
waiting_list:
  classes:
    routine: {standard: 12, referrals: 6, list: {4-12: $2}}
  variation: none
YAML
  cat >"$1/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
  cat >"$1/recovery.yaml" <<YAML
months: 3
sure: 0
goals:
  - {over: 12, by: 2027-04-30}
levers:
  - name: Somebody from the bank
    changes: [{add: {like: bob}}]
    lasting: no
    price: 100
YAML
}

# 72 slots by then see 72 of the 90; one more at 3 a week sees 12 to 14 in a month, so 18 take two.
make_service "$work/two" 90
expect 0 "$rota" recover "$work/two" -m 2027-02 --time 2 --report "$work/plan.html"
expect_out "The cheapest plan that meets the goals costs £200 and takes 0.10 WTE at most."
expect_out "No plan of these levers costs less: that is proven."
expect_out "nobody over 12 weeks by 30 Apr 2027"
expect_out "in 0 of 100 courses as it is, 100 by the plan, 100 with"
expect_out "no plan"
expect_within_80
expect_no_err
grep -q "<title>Mondays: the way back, Feb 2027 to Apr 2027</title>" "$work/plan.html" || fail "no page"
grep -q "begin: Somebody from the bank" "$work/plan.html" || fail "the page has no actions"
expect_out "   begin: Somebody from the bank"
grep -q '<th scope="col" class="word">Actions</th>' "$work/plan.html" || fail "the head stands apart from its text"
expect 0 "$rota" recover "$work/two" -m 2027-02 --time 2 --no-build --json
expect_out '"pounds": 200'
expect_out '"new_a_week": 3.0'
expect_out '"built": null'
mv "$work/out" "$work/thought.json"
expect 0 "$rota" recover "$work/two" -m 2027-02 --time 2 --json
mv "$work/out" "$work/built.json"
expect 2 "$rota" recover "$work/two" -m 2027-02 --report "$work/plan.html"
expect_err "is there already"

# The hub is shut on two Mondays of February and open after it: 78 join, 11 Mondays see 66, so that
# 102 of the 90 wait. By what February's Mondays usually see, 3, it would be 129.
make_service "$work/shut" 90
mkdir "$work/shut/2027-02"
echo 'closures: [{site: hove, from: 2027-02-01, to: 2027-02-14, owed: no}]' >"$work/shut/2027-02/month.yaml"
"$rota" recover "$work/shut" -m 2027-02 --time 2 --deterministic --no-build --json >"$work/shut.json" 2>"$work/err"
[[ $(jq -c '[.weeks[0, 2, 13].as_it_is]' "$work/shut.json") == '[90,102,102]' ]] ||
  fail "not ordinary weeks after a closure: $(jq -c '[.weeks[].as_it_is]' "$work/shut.json")"
[[ $(jq '.levers[0].new_a_week' "$work/shut.json") == 3 ]] || fail "the lever does not give what it does in ordinary weeks"

# Another template asks nothing else of the rota: of its two clinics a week each sees one more.
make_service "$work/template" 90
sed -i 's/{add: {like: bob}}/{set: {tasks.clinic.slots.new: 4}}/' "$work/template/recovery.yaml"
expect 0 "$rota" recover "$work/template" -m 2027-02 --time 2 --deterministic --no-build --json
[[ $(jq '.levers[0].new_a_week' "$work/out") == 2 ]] || fail "a template gives $(jq -c .levers "$work/out")"

# 60 more than three months of it see: 60 over; 6 a week for 12 weeks see more than that, 5 do not.
make_service "$work/none" 168
expect 1 "$rota" recover "$work/none" -m 2027-02 --time 2 --no-build
expect_out "No plan of these levers meets all goals."
expect_out "more new appointments a week from the start"
expect 1 "$rota" recover "$work/none" -m 2027-02 --time 2 --no-build --json
mv "$work/out" "$work/nearest.json"
[[ $(jq -c .planned "$work"/{thought,built,nearest}.json | paste -sd ' ') == "true true false" ]] ||
  fail "not two plans and the nearest"
if python3 -c 'import jsonschema' 2>/dev/null; then
  "$(dirname "$0")/../support/validate.py" docs/schemas/recover.schema.json \
    "$work"/{thought,built,nearest}.json || fail "its JSON is not as docs/schemas says"
else
  echo "no python3-jsonschema: the JSON is held to no schema"
fi

# With a lever that no rota can have, it gives nothing, which is said of its line.
make_service "$work/three" 90
cat >>"$work/three/recovery.yaml" <<YAML
  - name: Three at once
    changes: [{set: {"demand[1].hard": yes}}]
    price: 1
YAML
expect 0 "$rota" recover "$work/three" -m 2027-02 --time 2 --no-build
expect_err "recovery.yaml:10:5: warning: no lawful rota has this: it gives nothing"
expect_out "The cheapest plan that meets the goals costs £200"

# What recovery.yaml has wrong is said of its places.
make_service "$work/wrong" 90
sed -i 's/like: bob/like: bib/; s/over: 12/ovr: 12/' "$work/wrong/recovery.yaml"
expect 2 "$rota" recover "$work/wrong" -m 2027-02
expect_err "recovery.yaml:4:6: unknown key in a goal: 'ovr'; did you mean 'over'?"
expect_err "recovery.yaml:7:28: unknown clinician 'bib'; did you mean 'bob'?"
expect 2 "$rota" check "$work/wrong"
expect_err "recovery.yaml:7:28: unknown clinician 'bib'"
make_service "$work/change" 90
sed -i 's/{add: {like: bob}}/{set: {tasks.clinc.slots.new: 4}}/' "$work/change/recovery.yaml"
expect 2 "$rota" recover "$work/change" -m 2027-02
expect_err "recovery.yaml:7:"
expect_err "clinc"
make_service "$work/class" 90
sed -i 's/{over: 12/{class: priority, over: 12/' "$work/class/recovery.yaml"
expect 2 "$rota" recover "$work/class" -m 2027-02
expect_err "recovery.yaml:4:5: the waiting list of service.yaml has no class 'priority'"
# What can't be used within the plan is no lever, and that is said.
make_service "$work/outside" 90
sed -i 's/price: 100/&\n    lead: 1/' "$work/outside/recovery.yaml"
cat >>"$work/outside/recovery.yaml" <<YAML
  - name: Somebody in the summer
    changes: [{add: {like: bob}}]
    lead: 4
  - name: A day
    lead: 1
    changes:
      - event: {kind: day, at: hove, on: [2027-02-08 am, 2027-03-08 am, 2027-06-07 am], attendees: 9, need: [{task: clinic, need: 1}]}
YAML
"$rota" recover "$work/outside" -m 2027-02 --time 1 --deterministic --no-build -q >"$work/out" 2>"$work/err"
expect_err "recovery.yaml:11:5: warning: it takes 4 months to begin, and the plan has 3: it is not used"
expect_err "recovery.yaml:17:43: warning: 2027-02-08 is before the first month that a lead of 1 leaves"
expect_err "recovery.yaml:17:73: warning: 2027-06-07 is not in the plan, which runs from 2027-02-01 to 2027-04-30"
make_service "$work/late" 90
sed -i 's/2027-04-30/2027-05-01/' "$work/late/recovery.yaml"
expect 2 "$rota" recover "$work/late" -m 2027-02
expect_err "recovery.yaml:4:5: the goal's date is not in the plan, which runs from 2027-02-01 to 2027-04-30"
rm "$work/late/recovery.yaml"
expect 2 "$rota" recover "$work/late" -m 2027-02
expect_err "recovery.yaml: there is no such file"
expect 2 "$rota" recover "$work/two" -m 2027-02-01
expect_err "a plan goes by calendar months"

# The example, of many levers and a year: a plan that the program proves the cheapest. What it shows
# beyond the above is no matter of memory, and it is dear: where all cases are tried.
if [[ $(cases_tried 2) == 2 ]]; then
  expect 0 "$rota" recover examples/backlog -m 2027-01 --time 1 --deterministic --no-build
  expect_out "No plan of these levers costs less: that is proven."
fi
finish
