#!/usr/bin/env bash
# Twelve scenarios on a service of 60, in one command: every one has a rota, a
# proven gap and its answers. Work is counted, so that a busy machine changes nothing.
set -uo pipefail
source "$(dirname "$0")/../commands/expect.sh"

expect 0 "$rota" whatif examples/locality --month 2027-01 examples/locality/scenarios --threads 1 \
  --deterministic --time 1 --csv "$work/all.csv" --html "$work/all.html"
expect_err "13 builds"
expect_within_80
figures() { grep -cE ",$1,,,[^,]*,-?[0-9]" "$work/all.csv"; }
for measure in cost bound gap list_end satisfaction fcp_per_10000; do
  [[ $(figures $measure) == 13 ]] || fail "$(figures $measure) of 13 builds have a figure for $measure"
done
# Why there is no figure is said last.
[[ $failures == 0 ]] || tail -n 30 "$work/out"
finish
