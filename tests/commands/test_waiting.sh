# rota waiting: the list as counted beside what was expected, by hand; and where whatif, check and
# recover begin.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# Two people see 3 new patients each on Mondays; 7 a week are referred, nobody misses. February
# 2027 begins on a Monday and is four whole weeks.
service=$work/mondays
mkdir -p "$service"
cat >"$service/service.yaml" <<YAML
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
  - {task: clinic, at: hove, sessions: mon am, need: 2}
waiting_list:
  classes:
    routine: {standard: 12, referrals: 7, list: {0-1: 1}}
  variation: none
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
counts() {
  printf 'month,class,0-1,4-12,12-18,referrals,seen,dna\n' >"$service/waiting.csv"
  printf '%s\n' "$@" >>"$service/waiting.csv"
}

expect 0 "$rota" waiting "$service"
expect_out "waiting.csv has no figures"

# From 46, of whom 30 have waited 12 weeks: 46 + 4 x 7 - 4 x 6 = 50. Each week 2 of the 16 who have
# waited 4 to 12 weeks pass 12: 30 + 4 x 2 - 24 = 14. 42 were counted, which is not 50.
counts 2027-02,routine,8,20,14,32,26,1 2027-01,routine,,16,30,,,
expect 0 "$rota" waiting "$service"
expect_out "Nothing is expected of a month without a rota"
expect 0 "$rota" waiting "$service" --html "$work/counted.html"
grep -q "under them" "$work/counted.html" && fail "the page speaks of what was expected, which nothing was"
expect 0 "$rota" build "$service" -m 2027-02 --time 1 --deterministic --quiet
expect 0 "$rota" waiting "$service"
expect_out "A recovery plan is required: on 28 February 2027, 14 routine people have"
expect_out "         routine       42  50 (50-50) !              14  14 (14-14)"
expect_out "in it (expected): referred 32 (28), seen 26 (24), missed 1 (0)"
expect_out "New appointments missed: 0.0% in service.yaml, 3.7% as counted"
expect_out "18 weeks, where a report names them, are the standard of consultant-led"
expect_within_80
expect_no_err
expect 0 "$rota" waiting "$service" --situation -
expect_out "2027-02,Mondays,8,0,0,20,14,0,0,42,32,26,1"
expect 0 "$rota" waiting "$service" --json -q
[[ $(jq -c '.months[1].groups.routine.expected.waiting' "$work/out") == '{"mean":50,"low":50,"high":50}' ]] ||
  fail "not what is expected of the month"
[[ $(jq -c '[.months[].rota]' "$work/out") == '[null,"built"]' ]] || fail "not the months with a rota"
expect 0 "$rota" waiting "$service" --html "$work/waiting.html"
grep -qF '<small class="bad">50 (50-50) !</small></td>' "$work/waiting.html" || fail "the page has not what is expected"

# By the published rota, where there is one; and a list in order needs no plan.
expect 0 "$rota" publish "$service" "$service/2027-02/rota.json"
rm "$service/2027-02/rota.json"
expect 0 "$rota" waiting "$service" --json -q
[[ $(jq -c '.months[1] | [.rota, .groups.routine.expected.waiting.mean]' "$work/out") == '["published",50]' ]] ||
  fail "not by the published rota"
counts 2027-01,routine,9,16,,,,
expect 0 "$rota" waiting "$service"
expect_out "No recovery plan is required: on 31 January 2027, nobody has waited"

# The newest list before the month is that of now, in check, whatif and recover; not the month's own.
# A scenario's changes come on top: half of 46 and 46 with 10 of 12 to 18 weeks in place of 30.
counts 2026-12,routine,1,2,3,,, 2027-01,routine,,16,30,,, 2027-02,routine,1,1,1,,,
printf 'scenario: half\nchanges:\n  - list: {validation_removes: 0.5}\n' >"$work/half.yaml"
printf 'scenario: ten\nchanges:\n  - set: {waiting_list.classes.routine.list.12-18: 10}\n' >"$work/ten.yaml"
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/half.yaml" "$work/ten.yaml" --time 1 --deterministic --json
[[ $(jq -c '[.baseline, .scenarios[].outcome] | map(.measures.list_now)' "$work/out") == '[46,23,26]' ]] ||
  fail "the lists to begin with: $(jq -c '[.baseline, .scenarios[]] | map(keys?)' "$work/out")"
expect_err "the waiting list is that of 31 January 2027, by waiting.csv"
cat >"$service/recovery.yaml" <<YAML
months: 3
goals:
  - {class: routine, over: 12, by: 2027-04-30}
levers:
  - name: bank
    gives: {new: 3}
    most: 3
    price: 100
YAML
"$rota" recover "$service" -m 2027-02 --no-build --time 1 --deterministic >"$work/plan" 2>&1
grep -q 'The list to begin with is that of 31 January 2027' "$work/plan" || fail "not recover: $(cat "$work/plan")"
expect 0 "$rota" check "$service"
expect_out "waiting list: 46 people, counted on 31 January 2027"
! grep -q "warning: .*list" "$work/err" || fail "a list of now is doubted"
counts 2026-06,routine,9,9,9,,, 2026-07,routine,1,2,3,,,
expect 0 "$rota" check "$service" -m 2027-02
expect_err "waiting.csv:3:1: warning: the newest list is of 2026-07, over half a year before 2027-02-01"
counts 2028-01,routine,1,2,3,,,
expect 0 "$rota" check "$service" -m 2027-02
expect_err "waiting.csv:2:1: warning: no month that is counted ends before 2027-02-01: the list is that of service.yaml"
counts 2026-12,routine,1,2,3,,, 2027-01,routine,,16,30,,, 2027-02,routine,1,1,1,,,

# A rota is no other for it: what it was made of does not name the file.
expect 0 "$rota" build "$service" -m 2027-02 --time 1 --deterministic --quiet --force
grep -q waiting.csv "$service/2027-02/rota.json" && fail "rota.json names waiting.csv"

# Mistakes, wherever the service is read.
cat >"$service/waiting.csv" <<CSV
month,class,0-1,4-12
2027-1,routine,1,1
2027-01,rutine,1,1
2027-01,priority,1,-1
2026-12,routine,1,1
2026-12,routine,1,1
CSV
for command in waiting check; do
  expect 2 "$rota" $command "$service"
  expect_err "waiting.csv:2:1: expected a month such as 2027-01, found '2027-1'"
  expect_err "waiting.csv:3:9: expected"
  expect_err "waiting.csv:4:20: expected"
  expect_err "waiting.csv:4:1: 2027-01 has no row of class 'routine'"
  expect_err "waiting.csv:6:1: 2026-12 has class 'routine' already, in line 5"
done

# By PCN. Goldstone, 66,808 patients, in December: 56 + 56 + 108 + 348 + 250 + 704 + 26 = 1,548 wait;
# 9 + 980 over their standards; (56 + 2.5 x 108 + 7.5 x 348 + 14.5 x 250 + 34.5 x 704 + 77.5 x 26) /
# 1,548 = 21.2 weeks; 23.2 of 1,000, 24.6 of 1,000 x 0.94; 238 referred, 3.8; 20 of 188 missed. West Hove
# has 852, 18.8, and 151 referred of 42,166 x 1.10.
cp -r examples/backlog "$work/backlog"
expect 0 "$rota" waiting "$work/backlog"
expect_out "  Goldstone PCN            1,548      989   21.2    23.2    24.6      3.8   10.6"
expect_out "  West Hove PCN              852      486   18.8    20.2    18.4      3.3    7.6"
expect_out "  Between the longest and the shortest mean wait are 2.4 weeks: Goldstone PCN"
expect_out "  has 21.2, West Hove PCN 18.8."
# October: (54 + 2.5 x 109 + 7.5 x 337 + 14.5 x 225 + 34.5 x 645 + 77.5 x 21) / 1,450 = 20.69; of West
# Hove's 802, (34 + 2.5 x 70 + 7.5 x 224 + 14.5 x 127 + 34.5 x 303 + 77.5 x 6) / 802 = 18.27.
expect_out "At the end of October 2026: 2.4."
expect_within_80
expect_no_err
expect 0 "$rota" waiting "$work/backlog" --situation -
expect_out "month,service,pcn,0-1,"
expect_out '2026-12,"Hove MSK, with a backlog",,91,92,177,580,390,1036,34,2400,389,290,30'
expect_out '2026-12,"Hove MSK, with a backlog",Goldstone PCN,56,56,108,348,250,704,26,1548,238,168,20'
expect 0 "$rota" waiting "$work/backlog" --json -q
[[ $(jq -c '[.months[2].gap, .months[2].pcns[].mean_weeks]' "$work/out") == '[{"weeks":2.39,"longest":"goldstone","shortest":"west-hove"},21.23,18.84]' ]] ||
  fail "not the gap: $(jq -c '.months[2]' "$work/out")"
expect 0 "$rota" waiting "$work/backlog" --html "$work/pcns.html"
grep -qF '<h2>By PCN, December 2026</h2>' "$work/pcns.html" || fail "the page has no PCNs"
expect 0 "$rota" check "$work/backlog"
expect_out "waiting list: 2,400 people"

# Need counts for West Hove: 852 of 42,166 x 1.25. Those of no PCN are a line by themselves, and in
# no gap. What one of the rows leaves out is not known of the whole.
sed -i 's/need_weight: 1.10/need_weight: 1.25/' "$work/backlog/service.yaml"
cat >>"$work/backlog/waiting.csv" <<CSV
2026-12,routine,,,,,,,,9,7,,
2026-12,priority,,,,,,,,,1,,
CSV
expect 0 "$rota" waiting "$work/backlog"
expect_out "  West Hove PCN              852      486   18.8    20.2    16.2      2.9    7.6"
expect_out "  of no PCN                    9        9   77.5       -       -        -      -"
expect_out "the shortest mean wait are 2.4 weeks"
expect 0 "$rota" waiting "$work/backlog" --situation -
expect_out '2026-12,"Hove MSK, with a backlog",,91,92,177,580,390,1036,43,2409,397,,'
cat >"$work/backlog/waiting.csv" <<CSV
month,class,pcn,0-1
2026-11,routine,hove,3
2026-12,routine,goldstone,3
2026-12,priority,west-hove,3
2026-12,routine,west-hove,3
2026-12,routine,west-hove,3
CSV
expect 2 "$rota" check "$work/backlog"
expect_err "waiting.csv:2:17: 'hove' is no PCN"
expect_err "waiting.csv:3:1: 2026-12 has no row of class 'priority' of 'goldstone'"
expect_err "waiting.csv:6:1: 2026-12 has class 'routine' of 'west-hove' already, in line 5"
sed -i 's/need_weight: 1.25/need_weight: 0/' "$work/backlog/service.yaml"
expect 2 "$rota" check "$work/backlog"
expect_err "a need weight of 0: those patients would count for nothing"
finish
