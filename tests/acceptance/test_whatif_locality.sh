#!/usr/bin/env bash
# Twelve scenarios on a service of 60, as anybody would run them on two cores: every
# one has a rota and a proven gap, within five minutes and the time stated first.
set -uo pipefail
source "$(dirname "$0")/../commands/expect.sh"

begun=$SECONDS
expect 0 "$rota" whatif examples/locality --month 2027-01 examples/locality/scenarios --threads 2 --csv "$work/all.csv" --html "$work/all.html"
took=$((SECONDS - begun))
echo "12 scenarios in $took s"
expect_err "13 builds, at most about 4 minutes on 2 cores"
expect_within_80
((took < 300)) || fail "it took $took s"
figures() { grep -cE ",$1,,,[^,]*,-?[0-9]" "$work/all.csv"; }
for measure in cost bound gap list_end satisfaction fcp_per_10000; do
  [[ $(figures $measure) == 13 ]] || fail "$(figures $measure) of 13 builds have a figure for $measure"
done
# Why there is no figure is said last.
[[ $failures == 0 ]] || tail -n 30 "$work/out"
finish
