# rota fcp: figures by hand, and mistakes at their places.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# Goldstone, 66,808 patients: offered (520 + 540 + 510) / 3 = 523.3, 78 of 10,000; attended 495.3,
# 74; booked 520.3, 99%; missed 5%; 520.3 / 0.9 / 11 / 4.348 = 12.1 sessions a week.
# West Hove, 42,166: offered 330, 78; attended 218.3, 52; booked 231, 70%; 5.4 sessions.
cp -r examples/backlog "$work/backlog"
expect 0 "$rota" fcp "$work/backlog" --scenario "$work/by-use.yaml"
expect_out "Hove MSK, with a backlog: use of first contact, 2026-09 to 2026-11"
expect_out "  Goldstone PCN                       78       74      99       5   14.0"
expect_out "provided    -, by use 12.1; people wait"
expect_out "  West Hove PCN                       78       52      70       5    1.3"
expect_out "provided    -, by use  5.4; sessions stand empty"
expect_within_80
expect_no_err
grep -qF 'cover: {task: fcp, at: goldstone, per: week, need: 12, most: 12}' "$work/by-use.yaml" || fail "no line for Goldstone"
expect 2 "$rota" fcp "$work/backlog" --scenario "$work/by-use.yaml"
expect_err "is there already"

# Older months than the last three count for nothing; the scenario is one that whatif takes.
echo "2026-08,goldstone,9999,1,1,99" >>"$work/backlog/fcp_use.csv"
expect 0 "$rota" fcp "$work/backlog"
expect_out "by use 12.1; people wait"
expect 0 "$rota" whatif "$work/backlog" -m 2027-01 "$work/by-use.yaml" --time 1 --deterministic
expect_out "First contact by its use"

# Beside the month's rota.
expect 0 "$rota" build "$work/backlog" -m 2027-01 --time 1 --deterministic --quiet
expect 0 "$rota" fcp "$work/backlog" -m 2027-01
! grep -qF "provided    -" "$work/out" || fail "no sessions of the rota"

# Mistakes, in fcp and in check.
cat >"$work/backlog/fcp_use.csv" <<CSV
month,pcn,offered,booked,attended,days_to_third
2026-09,goldstone,500,501,400,
2026-9,goldstone,500,400,300,
2026-09,hove,500,400,300,
2026-10,west-hove,500,400,401,
2026-11,west-hove,500,400,300,
2026-11,west-hove,500,400,300,
2026-11,goldston,500,400,300,
CSV
for command in fcp check; do
  expect 2 "$rota" $command "$work/backlog"
  expect_err "fcp_use.csv:2:1: 501 are booked of 500 offered"
  expect_err "fcp_use.csv:3:1: expected a month such as 2027-01, found '2026-9'"
  expect_err "fcp_use.csv:4:1: 'hove' is no PCN"
  expect_err "fcp_use.csv:5:1: 401 attended of 400 booked"
  expect_err "fcp_use.csv:7:1: 'west-hove' has this month already, in line 6"
  expect_err "fcp_use.csv:8:9: unknown site 'goldston'; did you mean 'goldstone'?"
done

# A PCN's page has its use, by hand from the example's rows; one without figures says nothing of it.
cp examples/backlog/fcp_use.csv "$work/backlog/fcp_use.csv"
printf 'date,session,clinician,task,site\n2027-01-04,am,maya,fcp,goldstone\n' >"$work/rota.csv"
page() { "$rota" report "$work/backlog" "$work/rota.csv" -m 2027-01 --pcn goldstone --html - 2>/dev/null; }
page >"$work/page.html" || true
grep -q '<dd>523 offered, 520 booked, 495 attended</dd>' "$work/page.html" || fail "the page has no use"
grep -q '<dt>That is</dt><dd>people wait</dd>' "$work/page.html" || fail "the page has no verdict"
rm "$work/backlog/fcp_use.csv"
page >"$work/page.html" || true
grep -q 'How its first contact' "$work/page.html" && fail "the page has a use that nobody wrote"
expect 0 "$rota" fcp "$work/backlog"
expect_out "fcp_use.csv has no figures"
expect 2 "$rota" fcp "$work/backlog" --scenario "$work/none.yaml"
expect_err "no PCN has figures"

# A need from use. Two sessions a week are asked for at each PCN; by use Stone has 117 / 0.9 / 10 /
# 4.348 = 2.99 and Brook 39 / 0.9 / 10 / 4.348 = 1.00. February 2027 is four whole weeks: 8 and 8
# become 12 and 4. What was used in February itself, or later, says nothing of it.
service=$work/pcns
mkdir "$service"
cat >"$service/service.yaml" <<YAML
service: Two PCNs
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
week: {mon-fri: [am]}
sites:
  hub: {name: The hub, kind: hub}
pcns:
  stone: {name: Stone, patients: 30000}
  brook: {name: Brook, patients: 20000}
tasks:
  fcp: {name: FCP, skill: fcp, at: pcn, slots: {fcp: 10}}
demand:
  - {task: fcp, at: every pcn, per: week, need: 2}
YAML
cat >"$service/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.5, works: {mon-fri: [am]}, skills: {fcp: yes}}
YAML
cat >"$service/fcp_use.csv" <<CSV
month,pcn,offered,booked,attended
2027-01,stone,120,117,110
2027-01,brook,80,39,30
2027-02,stone,900,900,900
CSV
cat >"$work/from-use.yaml" <<YAML
scenario: By use
changes:
  - cover: {task: fcp, at: every pcn, per: week, need: from use}
YAML
expect 0 "$rota" whatif "$service" -m 2027-02 "$work/from-use.yaml" --time 1 --deterministic --json -q
[[ $(jq -c '[.baseline, .scenarios[].outcome] | map(.pcns | map(.sessions))' "$work/out") == '[[8,8],[12,4]]' ]] ||
  fail "not the sessions by use: $(jq -c '[.baseline, .scenarios[].outcome] | map(.pcns)' "$work/out")"
sed -i 's/need: 2/need: from use/' "$service/service.yaml"
expect 0 "$rota" build "$service" -m 2027-02 --time 1 --deterministic --quiet
expect 0 "$rota" check "$service"
expect_out "2027-02: FCP by use of 2027-01 to 2027-01 (service.yaml:14), sessions a week:"
expect_out "  Stone 3 (3.0 by use), Brook 1 (1.0 by use)"
grep -q '"fcp_use.csv"' "$service/2027-02/rota.json" || fail "rota.json does not name fcp_use.csv"
expect 0 "$rota" fcp "$service" -m 2027-02
expect_out "use of first contact, 2027-01 to 2027-01"
expect_out "provided  3.0, by use  3.0"
printf 'scenario: Moved\nchanges:\n  - move: {from: fcp, to: fcp, sessions: 1, at: brook}\n' >"$work/moved.yaml"
expect 2 "$rota" whatif "$service" -m 2027-02 "$work/moved.yaml" --time 1 --deterministic
expect_err "'fcp' is asked for by its use, in service.yaml:14"
rm "$service/fcp_use.csv"
expect 2 "$rota" check "$service"
expect_err "service.yaml:14:49: need from use, but there is no fcp_use.csv"
finish
