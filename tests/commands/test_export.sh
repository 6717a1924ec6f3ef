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
expect_err "one of --csv, --json, --mps and --lp"
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

# The programme, with names a person can read.
expect 0 "$rota" export "$service" --month 2027-01 --mps "$work/x.mps"
grep -q '^ROWS' "$work/x.mps" || fail "no ROWS in the MPS file"
grep -qE '[a-z]+\.[0-9]+(am|pm)\.[a-z]+\.[a-z]+' "$work/x.mps" || fail "no readable names in the MPS file"
expect 0 "$rota" export "$service" --month 2027-01 --lp -
expect_out "Minimize"
expect_out "End"
finish
