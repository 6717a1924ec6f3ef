#!/usr/bin/env bash
# Export: CSV with chosen columns, JSON of any rota, the programme as MPS and LP.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
expect 0 "$rota" build "$service" --month 2027-01 --quiet
json=$service/2027-01/rota.json csv=$service/2027-01/rota.csv

expect 0 "$rota" export "$service" "$json" --csv -
cmp -s "$work/out" "$csv" || fail "the CSV exported is not the CSV that build wrote"
[[ $(head -1 "$csv") == date,session,from,to,clinician,task,site,locked ]] || fail "header: $(head -1 "$csv")"
rows=$(($(wc -l <"$csv") - 1))
[[ $rows == $(grep -c '"from":' "$json") ]] || fail "$rows rows are not the assignments of rota.json"
expect 0 "$rota" export "$service" "$json" --csv "$work/x.csv" --columns "clinician_name=Staff member,date = Date,task"
[[ $(head -1 "$work/x.csv") == "Staff member,Date,task" ]] || fail "header: $(head -1 "$work/x.csv")"
[[ $(wc -l <"$work/x.csv") == $((rows + 1)) ]] || fail "rows are lost with --columns"
expect 2 "$rota" export "$service" "$json" --csv - --columns "date,colour"
expect_err "unknown column 'colour'"
expect_no_out
expect 2 "$rota" export "$service" "$json" --csv - --columns ""
expect 2 "$rota" export "$service" "$json"
expect_err "one of --csv, --json, --meetings, --figures, --xlsx, --ics, --mps, --lp and --placements"
expect 2 "$rota" export "$service" "$json" --csv - --json -
expect 2 "$rota" export "$service" --csv -
expect_err "want a ROTA"
expect 2 "$rota" export "$service" --lp -
expect_err "which month?"

# A CSV becomes a rota.json with all its figures, which verify accepts.
expect 0 "$rota" verify "$service" "$csv"
expect 0 "$rota" export "$service" "$csv" --json "$work/again.json"
expect 0 "$rota" verify "$service" "$work/again.json"
expect 0 "$rota" export "$service" "$json" --json "$work/same.json"
cmp -s "$work/same.json" "$json" || fail "rota.json exported from itself is another one"

# Who meets when, a row each, as rota.json has it.
met=$work/met
cp -r "$service" "$met"
sed -i 's/^rules:/rules:\n  - supervision: {task: [clinic, spine]}/' "$met/service.yaml"
sed -i 's/base: hove, drives: no/base: hove, supervisor: ann, drives: no/' "$met/clinicians.yaml"
expect 0 "$rota" build "$met" --month 2027-01 --fresh --quiet
expect 0 "$rota" export "$met" "$met/2027-01/rota.json" --meetings -
[[ $(head -1 "$work/out") == date,session,from,to,minutes,rule,team,clinician,supervisor,sites,attending,missing ]] ||
  fail "header: $(head -1 "$work/out")"
row=$(sed -n 2p "$work/out")
[[ $row == 2027-01-*,60,supervision,,bob,ann,hove,ann\ bob, ]] || fail "no 1:1: $row"
grep -A9 '"meetings": \[' "$met/2027-01/rota.json" | grep -q '"supervisor": "ann"' || fail "no 1:1 in rota.json"
expect 0 "$rota" verify "$met" "$met/2027-01/rota.json"
sed 's/"supervisor": "ann"/"supervisor": "cat"/' "$met/2027-01/rota.json" >"$work/false.json"
expect 1 "$rota" verify "$met" "$work/false.json"
expect_out "supervisor"
expect 0 "$rota" export "$service" "$csv" --meetings "$work/none.csv"
[[ $(wc -l <"$work/none.csv") == 1 ]] || fail "meetings where no rule asks for any"
expect 2 "$rota" export "$service" --month 2027-01 --meetings -
expect_err "want a ROTA"

# The figures of service, PCNs and people, a row each, as rota.json has them.
expect 0 "$rota" export "$service" "$json" --figures -
[[ $(head -1 "$work/out") == of,id,figure,value ]] || fail "header: $(head -1 "$work/out")"
grep -qx "service,,assignments,$rows" "$work/out" || fail "no row for the assignments"
grep -qxE 'clinician,ann,days,[1-9][0-9]*' "$work/out" || fail "no row for Ann's days"
grep -qxE 'pcn,goldstone,named_percent,([0-9]+[.][0-9]{2})?' "$work/out" || fail "no row for Goldstone"
[[ $(grep -c '^clinician,' "$work/out") == $((3 * $(grep -c '^clinician,ann,' "$work/out"))) ]] ||
  fail "not the same figures of everybody"
expect 2 "$rota" export "$service" --month 2027-01 --figures -
expect_err "want a ROTA"

# The programme, with names a person can read.
expect 0 "$rota" export "$service" --month 2027-01 --mps "$work/x.mps"
grep -q '^ROWS' "$work/x.mps" || fail "no ROWS in the MPS file"
grep -qE '[a-z]+\.[0-9]+(am|pm)\.[a-z]+\.[a-z]+' "$work/x.mps" || fail "no readable names in the MPS file"
expect 0 "$rota" export "$service" --month 2027-01 --lp -
expect_out "Minimize"
expect_out "End"

# Another solver's answer, by way of the placements, is the rota that build proved best.
expect 0 "$rota" export "$service" --month 2027-01 --placements "$work/columns.csv"
[[ $(head -1 "$work/columns.csv") == column,date,session,clinician,task,site ]] || fail "header: $(head -1 "$work/columns.csv")"
objective() { sed -n 's/^ *"objective": \(.*\),$/\1/p' "$1"; }
answer=scripts/benchmark/answer.awk
read_back() {
  local solver=$1
  expect 0 awk -v solver="$solver" -f "$answer" FS=, "$work/columns.csv" FS=' ' "$work/answer"
  cp "$work/out" "$work/$solver.csv"
  expect 0 "$rota" verify "$service" "$work/$solver.csv"
  expect 0 "$rota" export "$service" "$work/$solver.csv" --json "$work/$solver.json"
  [[ $(objective "$work/$solver.json") == "$(objective "$json")" ]] ||
    fail "$solver's rota costs $(objective "$work/$solver.json"), ours $(objective "$json")"
}
if command -v glpsol >/dev/null; then
  expect 0 glpsol --freemps "$work/x.mps" -w "$work/answer"
  read_back glpsol
fi
if command -v cbc >/dev/null; then
  expect 0 cbc "$work/x.mps" -solve -solution "$work/answer"
  read_back cbc
fi
# HiGHS writes the names and values of all columns, below a word on whether it has any.
{
  printf 'Model status\nOptimal\n\n# Primal solution values\nFeasible\nObjective 0\n# Columns 2\n'
  awk -F, 'NR == FNR { chosen[$1 FS $2 FS $5 FS $6 FS $7] = 1; next }
           FNR > 1 { print $1 "_name", ($2 FS $3 FS $4 FS $5 FS $6) in chosen ? 1 : 0 }' \
    "$csv" "$work/columns.csv"
  printf '# Rows 1\nr1 1\n'
} >"$work/answer"
read_back highs
printf 'Model status\nTime limit reached\n\n# Primal solution values\nNone\n' >"$work/answer"
expect 3 awk -v solver=highs -f "$answer" FS=, "$work/columns.csv" FS=' ' "$work/answer"
printf 'Stopped on time (no integer solution - continuous used) - objective value 0\n' >"$work/answer"
expect 3 awk -v solver=cbc -f "$answer" FS=, "$work/columns.csv" FS=' ' "$work/answer"
printf 's mip 3 4 u 0\nj 1 1\n' >"$work/answer"
expect 3 awk -v solver=glpsol -f "$answer" FS=, "$work/columns.csv" FS=' ' "$work/answer"
finish
