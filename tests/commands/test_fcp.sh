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
grep -q '<dt>that is</dt><dd>people wait</dd>' "$work/page.html" || fail "the page has no verdict"
rm "$work/backlog/fcp_use.csv"
page >"$work/page.html" || true
grep -q 'How its first contact' "$work/page.html" && fail "the page has a use that nobody wrote"
expect 0 "$rota" fcp "$work/backlog"
expect_out "fcp_use.csv has no figures"
expect 2 "$rota" fcp "$work/backlog" --scenario "$work/none.yaml"
expect_err "no PCN has figures"
finish
