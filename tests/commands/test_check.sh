#!/usr/bin/env bash
# check ends with what it read, and says that all is in order only where nothing is to be
# looked at.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
month=$service/2027-01
expect 0 "$rota" check "$service"
expect_out "Tiny Service: 3 clinicians"
expect_out "2027-01: 24 sessions, 2 absences, 1 preference file with 3 wishes, 0 events, 0 closures, 1 lock"
expect_err "Spinal clinic at Hove hub on Tue 12 Jan am will be short: 2 can do it"
expect_out "read: 5 files; no mistakes, 1 warning"
# all is in order once both who can do it are no longer away on that day
cp -r "$service" "$work/orderly"
sed -i '/,study/d' "$work/orderly/2027-01/leave.csv"
expect 0 "$rota" check "$work/orderly"
expect_no_err
expect_out "read: 5 files; all in order"

# absence that is written elsewhere is counted where it holds
mkdir "$service/2026-12"
printf 'clinician,from,to,kind\ncat,2026-12-21,2027-01-05,annual\n' >"$service/2026-12/leave.csv"
expect 0 "$rota" check "$service"
expect_out "2026-12: 26 sessions, 1 absence, 0 preference files with 0 wishes, 0 events"
expect_out "2027-01: 24 sessions, 3 absences (1 from other months' files), 1 preference file"
expect_out "read: 6 files; no mistakes, 1 warning"
expect 0 "$rota" build "$service" --month 2027-01 --quiet
grep -E '^2027-01-0[1-5],.*,cat,' "$month/rota.csv" && fail "cat works on leave"
# another month's folder changes nothing for this one until it speaks of it
mkdir "$service/2027-02"
printf 'clinician,from,to,kind\ncat,2027-02-21,2027-02-25,annual\n' >"$service/2027-02/leave.csv"
expect 0 "$rota" verify "$service" "$month/rota.json"
printf 'clinician,from,to,kind\ncat,2027-01-21,2027-02-25,annual\n' >"$service/2027-02/leave.csv"
expect 1 "$rota" verify "$service" "$month/rota.json"
expect_out "on leave"
expect_out "inputs: 2027-02/leave.csv is left out"
rm -r "$service/2026-12" "$service/2027-02" "$month"/rota.*

# people who change are counted in the month in which they do; the rota goes by the day
cp "$service/clinicians.yaml" "$work/clinicians.yaml"
sed -i 's/^      skills: {msk: yes, fcp: {stage: 1}}}/      skills: {msk: yes, fcp: {stage: 1}},\
      changes: [{from: 2026-12-01, drives: yes}]}/' "$service/clinicians.yaml"
expect 2 "$rota" check "$service"
expect_err "unknown key in a change: 'drives'"
sed -i 's/changes: .*/changes: [{from: 2027-01-19, wte: 0.2, works: {mon: [am, pm]}},\
                {from: 2027-02-01, band: 7}]}/' "$service/clinicians.yaml"
expect 0 "$rota" check "$service"
expect_out "1 lock, 1 change of people"
expect 0 "$rota" build "$service" --month 2027-01 --quiet
grep -q '^2027-01-25,.*,bob,' "$month/rota.csv" || fail "bob is not planned on his Monday"
grep -E '^2027-01-(19|20|26|27),.*,bob,' "$month/rota.csv" && fail "bob works on days of before"
grep -q ',bob,duty,' "$month/rota.csv" && fail "bob is on duty, for which it takes band 7"
expect 0 "$rota" verify "$service" "$month/rota.json"
rm "$month"/rota.*
mv "$work/clinicians.yaml" "$service/clinicians.yaml"

# people served, if it is known
printf 'waiting_list: {classes: {routine: {standard: 12, referrals: 5, list: {0-1: 40, 2-4: 2}}}}\n' >>"$service/service.yaml"
expect 0 "$rota" check "$service"
grep -qx "waiting list: 42 people" "$work/out" || fail "the waiting list is not told"
sed -i 's/^waiting_list: {/&population: 3000, /' "$service/service.yaml"
expect 0 "$rota" check "$service"
expect_out "waiting list: 42 people, 14.0 in 1,000 of the 3,000 served"

# bank holidays that are worked are told of
sed -i.was -e 's/^holidays: .*/holidays: none/' -e 's/^week: .*/week: {mon-wed: [am, pm], fri: am}/' "$service/service.yaml"
expect 0 "$rota" check "$service"
expect_out "1 lock; worked, though a bank holiday: Fri 1 Jan"
mv "$service/service.yaml.was" "$service/service.yaml"

# when the rota is due
sed -i 's/^criteria:/criteria:\n  publish: {days_before: 14}/' "$service/service.yaml"
expect 0 "$rota" check "$service" --month 2027-01
expect_out "1 lock; to be published by 2026-12-18"
expect 0 "$rota" build "$service" --month 2027-01
expect_out "to be published by 2026-12-18"
rm "$month"/rota.*

# a file that is not read is named, and then not all is in order
mv "$month/leave.csv" "$month/Leave.csv"
expect 0 "$rota" check "$service"
expect_err "2027-01/Leave.csv: warning: this file is not read; did you mean 'leave.csv'?"
expect_out "2027-01: 24 sessions, 0 absences"
expect_out "read: 4 files; no mistakes, 1 warning"
# nor where a wish can't be read
mv "$month/Leave.csv" "$month/leave.csv"
mv "$month/preferences" "$work/preferences"
touch "$month/preferences"
expect 2 "$rota" check "$service"
expect_err "2027-01/preferences: can't read the folder"
expect_no_out
rm -r "$month"
expect 0 "$rota" check "$service"
expect_out "there is no month's folder yet; all in order"
finish
