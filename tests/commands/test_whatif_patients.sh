#!/usr/bin/env bash
# What patients do, in what-if: calls, validation, first contacts that are lost, and months that have
# a rota already; all of it worked out by hand.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

# Two people see 3 new patients each on Monday mornings; 7 a week are referred, nobody misses. On
# Monday afternoons Cat offers 12 first contacts. February 2027 begins on a Monday and is four whole
# weeks.
service=$work/mondays
mkdir -p "$service/2027-03"
cat >"$service/service.yaml" <<YAML
service: Mondays
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
  pm: {from: "13:15", to: "17:00"}
week: {mon: [am, pm]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: 3}
pcns:
  stone: {name: Stone PCN, patients: 9000}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, slots: {new: 3}}
  calls: {name: Calls, skill: msk, at: hub, room: none, slots: {call: 10}}
  validation: {name: Validation, at: hub, room: none, slots: {removal: 2}}
  fcp: {name: First contact, skill: fcp, at: pcn, slots: {fcp: 12}}
demand:
  - {task: clinic, at: hove, sessions: mon am, need: 2}
  - {task: fcp, at: stone, sessions: mon pm, need: 1}
waiting_list:
  classes:
    routine: {standard: 12, referrals: 7, list: {0-1: 1}}
  variation: none
  calls: {settled: 1}
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
cat: {name: Cat Cole, band: 6, wte: 0.1, works: {mon: [pm]}, base: hove, skills: {fcp: yes}}
YAML

scenarios=$work/scenarios
mkdir "$scenarios"
scenario() {
  printf 'scenario: %s\nchanges:\n' "$2" >"$scenarios/$1.yaml"
  printf '  - %s\n' "${@:3}" >>"$scenarios/$1.yaml"
}
whatif() { "$rota" whatif "$service" --month 2027-02 "$scenarios" --time 2 --deterministic -q "$@"; }
# figure SCENARIO MEASURE [COLUMN]: its value; 7: the difference
figure() { awk -F, -v s="$1" -v m="$2" -v c="${3:-6}" '$1 == s && $2 == m && $3 == "" { print $c }' "$work/all.csv"; }
is() { # SCENARIO MEASURE VALUE
  [[ $(figure "$1" "$2") == "$3" ]] || fail "$2 of '$1' is '$(figure "$1" "$2")', not $3"
}
# slots SCENARIO: of weeks 1 to 12, one after the other
slots() {
  awk -F, -v s="$1" '$1 == s && $2 == "slots" && $4 >= 1 && $4 <= 12 { printf " %g", $6 }' "$work/all.csv"
}

# As it is 6 of 7 are seen each week: 1 + 26 wait. With Bob on the phone the 8 of the first week and
# the 7 of each other are all called, and settled: 183 of 260 calls. With Bob validating 3 are seen
# and 2 removed: 1 + 26 x 2. Without Cat 12 first contacts a week are lost.
scenario 1 "Bob calls" "set: {demand.clinic.need: 1}" "cover: {task: calls, at: hove, sessions: mon am, need: 1}"
scenario 2 "Bob validates" "set: {demand.clinic.need: 1}" "cover: {task: validation, at: hove, sessions: mon am, need: 1}"
scenario 3 "Cat goes" "remove: {clinicians: [cat]}"
scenario 4 "Cat goes and a quarter is referred" "remove: {clinicians: [cat]}" "set: {waiting_list.lost_fcp: 0.25}"
# Other templates have the same rota, in the month and in the weeks after it: there too 8 are seen for 6,
# so that nobody is left waiting, and 3 first contacts a week are lost.
scenario 5 "Four a clinic and nine first contacts" "set: {tasks.clinic.slots.new: 4, tasks.fcp.slots.fcp: 9}"
expect 0 whatif --csv "$work/all.csv"
is "as it is" list_end 27
is "as it is" fcp_lost 0
is "Bob calls" slots_call 40
is "Bob calls" list_end 0
is "Bob calls" settled 183
is "Bob calls" calls_unused 77
is "Bob calls" seen 183
is "Bob validates" list_end 53
is "Cat goes" list_end 27
is "Cat goes" fcp_lost 312
is "Cat goes" fcp_referred 0
is "Cat goes and a quarter is referred" fcp_referred 78
is "Cat goes and a quarter is referred" list_end 105
[[ $(slots "Four a clinic and nine first contacts") == " 8 8 8 8 8 8 8 8 8 8 8 8" ]] ||
  fail "the template ends with the month: $(slots "Four a clinic and nine first contacts")"
is "Four a clinic and nine first contacts" list_end 0
is "Four a clinic and nine first contacts" slots_fcp 36
is "Four a clinic and nine first contacts" fcp_lost 78
expect 0 "$rota" whatif "$service" --month 2027-02 "$scenarios" --time 2 --deterministic
expect_out "C: of 312 first contacts fewer 0% are taken to come as referrals ('lost_fcp'"
expect_out "D: of 312 first contacts fewer 25% are taken to come as referrals"
expect_within_80

# Each task of a manifest is measured against the service as it is.
expect 0 "$rota" whatif "$service" -m 2027-02 "$scenarios" --time 2 --deterministic --manifest "$work/builds.jsonl"
expect 2 "$rota" whatif --manifest "$work/builds.jsonl" --task 5
grep -q "has to be built first" "$work/out" "$work/err" || fail "a task guesses what is lost"
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 1
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 2-6
mv "$work/all.csv" "$work/before.csv"
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --collect --csv "$work/all.csv" -q
diff <(grep -v ',seconds,' "$work/before.csv") <(grep -v ',seconds,' "$work/all.csv") >/dev/null ||
  fail "a manifest has other figures"

# March has a rota, and Bob is on leave all month: 3 slots on each of its five Mondays. Who joins in
# March adds to that what she adds to ordinary weeks.
rm "$scenarios"/*.yaml
scenario 1 "Dee joins" "add: {like: ann, from: 2027-03-01}" "set: {demand.clinic.need: 3}"
scenario 2 "nothing" "set: {sites.hove.rooms: 3}"
expect 0 whatif --csv "$work/all.csv" --force
[[ $(slots "as it is") == " 6 6 6 6 6 6 6 6 6 6 6 6" ]] || fail "not the usual weeks: $(slots "as it is")"
printf 'clinician,from,to,kind\nbob,2027-03-01,2027-03-31,annual\n' >"$service/2027-03/leave.csv"
expect 0 "$rota" build "$service" -m 2027-03 --time 1 --deterministic --quiet
expect 0 whatif --csv "$work/all.csv" --force
[[ $(slots "as it is") == " 6 6 6 6 3 3 3 3 3 6 6 6" ]] || fail "not the weeks of March's rota: $(slots "as it is")"
[[ $(slots "Dee joins") == " 6 6 6 6 6 6 6 6 6 9 9 9" ]] || fail "not what a scenario adds to them: $(slots "Dee joins")"
[[ $(figure nothing list_end 7) == 0 && $(figure nothing list_end_p90 7) == 0 ]] || fail "nothing changed, but the list"
expect 0 "$rota" whatif "$service" --month 2027-02 "$scenarios" --time 2 --deterministic
expect_out "31 days after the month, from 2027-03-01 to 2027-03-31, have a rota"
expect 0 "$rota" whatif "$service" -m 2027-02 "$scenarios" --time 2 --deterministic --manifest "$work/known.jsonl"
expect 2 "$rota" whatif --manifest "$work/known.jsonl" --task 2
expect 0 "$rota" whatif --manifest "$work/known.jsonl" --task 1
expect 0 "$rota" whatif --manifest "$work/known.jsonl" --task 2-3
mv "$work/all.csv" "$work/before.csv"
expect 0 "$rota" whatif --manifest "$work/known.jsonl" --collect --csv "$work/all.csv" -q
diff <(grep -v ',seconds,' "$work/before.csv") <(grep -v ',seconds,' "$work/all.csv") >/dev/null ||
  fail "a manifest has other figures of months that have a rota"
# A rota that is no lawful one any more does not count.
echo 'ann,2027-03-01,2027-03-31,annual' >>"$service/2027-03/leave.csv"
expect 0 whatif --csv "$work/all.csv" --force
[[ $(slots "as it is") == " 6 6 6 6 6 6 6 6 6 6 6 6" ]] || fail "a rota that is not lawful counts: $(slots "as it is")"
# A mistake in that month is told.
echo 'bob,2027-03-01' >>"$service/2027-03/leave.csv"
expect 2 whatif
expect_err "2027-03/leave.csv:4"
finish
