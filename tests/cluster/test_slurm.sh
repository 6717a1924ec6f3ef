#!/usr/bin/env bash
# Eight scenarios as a Slurm array, on a Slurm of one node that the test starts:
# one task is killed half-way; seven are collected, the eighth is named, and the
# second go completes it. Skipped where Slurm is not installed.
set -uo pipefail
tests=$(cd "$(dirname "$0")/.." && pwd)
source "$tests/commands/expect.sh"
source "$tests/support/slurm.sh"

if ! slurm_is_there; then
  echo "skipped: slurm-wlm and munge are not installed"
  exit 77
fi
trap 'slurm_stop; rm -rf "$work"' EXIT
slurm_start || { echo "Slurm does not start"; exit 1; }
export ROTA=$rota
submit=$(dirname "$tests")/scripts/slurm/submit

expect 0 "$rota" init "$work/service" --clinicians 60 --seed 1 --month 2027-01
mkdir "$work/scenarios"
for number in 1 2 3 4 5 6 7 8; do
  printf 'scenario: weight 1%s\nchanges:\n  - set: {"rules.ratio[1].weight": 1%s}\n' \
    "$number" "$number" >"$work/scenarios/$number.yaml"
done
# The one to be killed gets longer, so that there is time to.
manifest=$work/builds.jsonl
expect 0 "$rota" whatif "$work/service" -m 2027-01 "$work"/scenarios/[1-7].yaml --time 2 \
  --manifest "$work/short.jsonl"
expect 0 "$rota" whatif "$work/service" -m 2027-01 "$work/scenarios/8.yaml" --time 20 \
  --manifest "$work/long.jsonl"
cat "$work/short.jsonl" <(tail -n 1 "$work/long.jsonl") >"$manifest"
[[ $(wc -l <"$manifest") == 9 ]] || fail "the manifest has not nine lines"

is_running() { squeue --noheader --array --states=running --format=%K | grep -qx "$1"; }
is_over() { [[ -z $(squeue --noheader) ]]; }

expect 0 "$submit" "$manifest"
[[ $failures == 0 ]] || finish
expect_out ": tasks 1, services as they are"
expect_out ": tasks 2,3,4,5,6,7,8,9"
array=$(sed -n 's/^array \([0-9]*\): tasks 2.*/\1/p' "$work/out")
slurm_wait 200 is_running 9 || { fail "task 9 never ran"; finish; }
sleep 1
scancel --full --signal=KILL "${array}_9"
slurm_wait 120 is_over || fail "the arrays don't end"

expect 3 "$rota" whatif --manifest "$manifest" --collect --json
expect_err "1 of 9 builds is not done"
expect_err "task 9, service 2027-01 8.yaml: not built"
expect_err "--task 9"
[[ $(grep -c '"difference":' "$work/out") == 7 ]] || fail "$(grep -c '"difference":' "$work/out") scenarios were collected, not 7"
cp -r "$manifest.outcomes" "$work/before"

expect 0 "$submit" "$manifest"
expect_out ": tasks 9"
slurm_wait 120 is_over || fail "the second go does not end"
expect 0 "$rota" whatif --manifest "$manifest" --collect --json
expect_no_err
[[ $(grep -c '"difference":' "$work/out") == 8 ]] || fail "not all eight are collected"
for task in 1 2 3 4 5 6 7 8; do
  cmp -s "$work/before/$task.json" "$manifest.outcomes/$task.json" || fail "task $task was run again"
done
expect 0 "$submit" "$manifest"
expect_out "all builds are done"
finish
