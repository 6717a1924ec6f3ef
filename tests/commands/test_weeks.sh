#!/usr/bin/env bash
# Weeks instead of a month, as a person meets them: every command takes the first day for the
# month; what is left out, published twice or of no known length is said.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
rm -rf "$service"/20* "$service/history"
weeks() { # weeks FIRST NUMBER: a folder
  mkdir -p "$service/$1"
  printf 'period: {from: %s, weeks: %s}\n' "$1" "$2" >"$service/$1/month.yaml"
}
build() { expect 0 "$rota" build "$service" -m "$1" --deterministic --time 1 --threads 1; }
publish() { expect 0 "$rota" publish "$service" "$service/$1/rota.json" "${@:2}"; }

# The length is said in the folder, and nowhere else
expect 2 "$rota" build "$service" -m 2027-01-04 --time 1
expect_err "2027-01-04/month.yaml: a period of how many weeks? say 'period: {from: 2027-01-04, weeks: 4}'"
weeks 2027-01-04 14
expect 2 "$rota" check "$service"
expect_err "2027-01-04/month.yaml:1:35: expected a whole number from 1 to 13, found '14'"
weeks 2027-01-04 4
weeks 2027-02-01 4
mkdir "$service/2027-03"
expect 0 "$rota" check "$service"
expect_out "2027-01-04, 4 weeks: "
expect_out "2027-03: "
expect 2 "$rota" build "$service" -m 2027-01-4 --time 1
expect_err "'2027-01-4' is not a month; write it as 2027-01, or, of weeks, as their first day"
expect 2 "$rota" build "$service" -m 2027-01-04/
expect_err "a month is '2027-01-04', without a '/' at its end"

# Built, read back, shown and exported like a month
build 2027-01-04
expect_out "rota of 4 January to 31 January 2027"
expect 0 "$rota" verify "$service" "$service/2027-01-04/rota.json"
grep -q '"weeks": 4' "$service/2027-01-04/rota.json" || fail "rota.json does not say how many weeks"
sed 's/"weeks": 4/"weeks": 5/' "$service/2027-01-04/rota.json" >"$work/false.json"
expect 1 "$rota" verify "$service" "$work/false.json"
expect 0 "$rota" report "$service" -m 2027-01-04
expect_out "rota of 4 January to 31 January 2027"
expect 0 "$rota" export "$service" -m 2027-01-04 --lp "$work/weeks.lp"
grep -q 'ann\.1\.4am\.' "$work/weeks.lp" || fail "a name of the programme does not say the month"
printf 'scenario: without Cat\nchanges:\n  - remove: {clinicians: [cat], from: 2027-01-18}\n' >"$work/cat.yaml"
expect 0 "$rota" whatif "$service" "$work/cat.yaml" -m 2027-01-04 --deterministic --time 1 --threads 1
expect_out "the weeks from 4 January 2027"
expect 0 "$rota" whatif "$service" "$work/cat.yaml" -m 2027-01-04 --time 1 --deterministic --manifest "$work/builds.jsonl"
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --task 1-2
expect 0 "$rota" whatif --manifest "$work/builds.jsonl" --collect
expect_out "the weeks from 4 January 2027"
expect 0 "$rota" advise "$service" -m 2027-01-04 --deterministic --time 1 --threads 1

# A table says no month: it is of the folder in which it lies, or of the weeks that hold it
expect 0 "$rota" verify "$service" "$service/2027-01-04/rota.csv"
cp "$service/2027-01-04/rota.csv" "$work/mine.csv"
expect 0 "$rota" verify "$service" "$work/mine.csv"
expect 0 "$rota" diff "$work/mine.csv" "$service/2027-01-04/rota.json"
expect_out "2027-01-04 to 2027-01-31: 0 places differ"
mkdir "$service/2027-01"
expect 0 "$rota" check "$service"
expect_err "2027-01-04: warning: has days of 2027-01, which has a folder too"
expect 0 "$rota" verify "$service" "$service/2027-01-04/rota.csv"
expect 0 "$rota" report "$service" "$work/mine.csv" -m 2027-01-04
rmdir "$service/2027-01"

# Published one after the other; days that nobody plans are named
printf 'month: 2026-12\naccounts: {}\nassignments: {}\nchecksum: none\n' >"$work/december.yaml"
mkdir "$service/history"
cp "$work/december.yaml" "$service/history/2026-12.yaml"
build 2027-01-04
expect_err "2027-01-01 to 2027-01-03: warning: these days are not published"
expect 2 "$rota" publish "$service" "$service/2027-01-04/rota.json"
expect_err "nothing is published of 2027-01-01 to 2027-01-03 before it; leave that out with --skips 2027-01-01"
expect 2 "$rota" publish "$service" "$service/2027-01-04/rota.json" --skips 2027-01
expect_err "leave that out with --skips 2027-01-01"
publish 2027-01-04 --skips 2027-01-01
expect 0 "$rota" history "$service"
expect_out "as 1 February to 28 February 2027 begins"
build 2027-03
expect_err "2027-02-01: warning: this month is not published"
expect 2 "$rota" publish "$service" "$service/2027-03/rota.json"
expect_err "2027-02-01 before it is not published"
build 2027-02-01
publish 2027-02-01
build 2027-03
publish 2027-03
expect 0 "$rota" history "$service"
expect_out "2027-01-04"
expect_out "as April 2027 begins"
grep -q "^previous_sha256: $(sha256sum <"$service/history/2027-02-01.yaml" | cut -d' ' -f1)" \
  "$service/history/2027-03.yaml" || fail "March does not name the hash of the weeks before it"
expect 0 "$rota" check "$service"
expect_err "history/2027-01-04.yaml: warning: 2027-01-01 to 2027-01-03 before it is not published"
expect 0 "$rota" verify "$service" "$service/2027-01-04/rota.json"

# What is published stays, and nothing else is planned on its days
weeks 2027-02-22 2
expect 2 "$rota" build "$service" -m 2027-02-22 --time 1
expect_err "history/2027-02-01.yaml: 2027-02-01 is published, and has days of the 2 weeks from 2027-02-22"
expect_err "history/2027-03.yaml: 2027-03 is published, and has days of the 2 weeks from 2027-02-22"
rm -r "$service/2027-02-22"

# From weeks that end within a month: the rest of it, then whole months
weeks 2027-04-01 1
build 2027-04-01
publish 2027-04-01
expect 0 "$rota" history "$service"
expect_out "as May 2027 begins"
mkdir "$service/2027-06"
build 2027-06
expect 2 "$rota" publish "$service" "$service/2027-06/rota.json" --skips 2027-04-08
expect_err "2027-05 before it is not published"
publish 2027-06 --skips 2027-04-08,2027-05

# A quarter
weeks 2027-07-07 13
build 2027-07-07
expect_within_80
expect_out "rota of 7 July to 5 October 2027"
expect 0 "$rota" check "$service" -m 2027-07-07
expect_out "the week of Mon 5 Jul is shared with the days before the 13 weeks from 2027-07-07, which are not published"
expect_out "the week of Mon 4 Oct is shared with the days after the 13 weeks from 2027-07-07, which are not published"
expect 0 "$rota" verify "$service" "$service/2027-07-07/rota.json"

finish
