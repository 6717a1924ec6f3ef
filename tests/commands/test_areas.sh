# rota whatif where people of two PCNs are seen at hubs of their own: each list by hand.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# Ann sees 3 new patients on Mondays at Hove, for Stone, and Bob 3 at Worth, for Brook. 5 and 1 are
# referred a week, and 5 and 1 of 6 wait. February 2027 begins on a Monday.
service=$work/hubs
mkdir -p "$service"
cat >"$service/service.yaml" <<YAML
service: Two hubs
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
week: {mon: [am]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: 3, serves: stone}
  worth: {name: Worth hub, kind: hub, rooms: 3, serves: brook}
pcns:
  stone: {name: Stone PCN, patients: 50000}
  brook: {name: Brook PCN, patients: 10000}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, slots: {new: 3}}
demand:
  - {task: clinic, at: hove, sessions: mon am, need: 1}
  - {task: clinic, at: worth, sessions: mon am, need: 1}
waiting_list:
  classes:
    routine: {standard: 12, referrals: {stone: 5, brook: 1}, list: {0-1: 6}}
  variation: none
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
cat >"$work/both.yaml" <<YAML
scenario: Both at Hove
changes:
  - cover: {task: clinic, at: hove, sessions: mon am, need: 2}
  - set: {"demand.clinic[worth]": off}
horizon: 10 weeks
YAML
cat >"$work/one.yaml" <<YAML
scenario: Worth for everybody
changes:
  - set: {sites.worth.serves: [stone, brook]}
horizon: 10 weeks
YAML

# As it is, Stone has 5 + 10 x 5 - 10 x 3 = 25 after 10 weeks, those of the last five: of 4 weeks, in
# the band of 7.5 on average, 3 and 2 (2.5 each), 1 and 0: (7.5 + 2.5 + 2.5 + 1 + 0) / 5 = 2.7 weeks.
# Brook has nobody, and its other slots stand unused, 10 x 3 - 11 = 19. With both at Hove Stone has
# nobody (4, 3, 2, 1, 0), and Brook all 11, referred 10, 9 ... 0 weeks ago: (7 x 7.5 + 2 x 2.5 + 1) /
# 11 = 5.32. As one list 6 + 10 x 6 - 10 x 6 = 6.
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/both.yaml" "$work/one.yaml" --time 1 --deterministic --json -q
found=$(jq -c '[.baseline, .scenarios[].outcome] | map([.measures.list_end, .measures.area_gap, (.areas | map([.name, .waiting_now, .waiting_end, .over_standard_end, .weeks_end]))])' "$work/out")
[[ $found == '[[25,2.7,[["Stone PCN",5,25,0,2.7],["Brook PCN",1,0,0,0]]],[11,5.32,[["Stone PCN",5,0,0,0],["Brook PCN",1,11,0,5.32]]],[6,null,[]]]' ]] ||
  fail "the areas are $found"
[[ $(jq -c '.baseline.measures.slots_unused' "$work/out") == 19 ]] || fail "not the slots that nobody of the area needs"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/both.yaml" --time 1 --deterministic
expect_out "Stone PCN: waiting at the end"
expect_out "Brook PCN: mean weeks waited"
expect_within_80

# A manifest's outcomes have them too.
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/both.yaml" --time 1 --deterministic --manifest "$work/builds.jsonl"
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 1
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 2
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --collect --json -q
[[ $(jq -c '.. | objects | select(has("areas")) | .areas | map(.waiting_end)' "$work/out" | sort -u | tr '\n' ' ') == '[0,11] [25,0] ' ]] ||
  fail "not the areas of a manifest: $(jq -c '.. | objects | select(has("areas")) | .areas' "$work/out")"

# So has a recovery plan. Ann's colleague sees 3 a week more of Stone's; another at Worth would be of no
# use, at half the price, for there 2 of 3 slots are unused. February to April are 13 weeks. In the last
# those of 11 weeks and the 5 of now are to be called, 60, and 39 are: 21 over, which takes two months.
cat >"$service/recovery.yaml" <<YAML
months: 3
sure: 0
goals:
  - {over: 2, by: 2027-04-30}
levers:
  - name: More at Worth
    changes:
      - add: {like: ann}
      - cover: {task: clinic, at: worth, sessions: mon am, need: 2}
    lasting: no
    price: 50
  - name: More at Hove
    changes:
      - add: {like: ann}
      - cover: {task: clinic, at: hove, sessions: mon am, need: 2}
    lasting: no
    price: 100
YAML
expect 0 "$rota" recover "$service" -m 2027-02 --time 1 --deterministic --no-build --json
[[ $(jq -c '[.areas, .pounds, [.levers[] | [.new_a_week, .unit_months]], .goals[0].as_it_is.over]' "$work/out") == '[["Stone PCN","Brook PCN"],200,[[3,0],[3,2]],21]' ]] ||
  fail "not the plan by areas: $(jq -c '[.areas, .pounds, .levers, .goals]' "$work/out")"
expect 0 "$rota" recover "$service" -m 2027-02 --time 1 --deterministic
expect_out "People wait in lists of their own"
expect_within_80

# And what is expected of a month: from 5 and 1, Stone has 5 + 4 x 5 - 4 x 3 = 13, Brook nobody.
printf 'month,class,pcn,0-1\n2027-01,routine,stone,5\n2027-01,routine,brook,1\n2027-02,routine,stone,12\n2027-02,routine,brook,0\n' >"$service/waiting.csv"
expect 0 "$rota" build "$service" -m 2027-02 --time 1 --deterministic --quiet
expect 0 "$rota" waiting "$service" --json -q
[[ $(jq -c '.months[1] | [.groups.all.expected.waiting.mean, (.areas | map([.name, .waiting, .expected.mean]))]' "$work/out") == '[13,[["Stone PCN",12,13],["Brook PCN",0,0]]]' ]] ||
  fail "not what is expected by areas: $(jq -c '.months[1]' "$work/out")"
expect 0 "$rota" waiting "$service"
tr -s ' \n' ' ' <"$work/out" | grep -qF "Stone PCN 12, expected 13 (13-13) !; Brook PCN 0, expected 0 (0-0)." ||
  fail "the lists of areas are not said: $(cat "$work/out")"
expect_within_80
finish
