#!/usr/bin/env bash
# What a rota command writes is one: killed at any moment, or with any step of its writing failing,
# it leaves what the next command reads as it was before, or as it should be, and nothing else.
#
# ROTA_FAULTS=1 tries every step and 300 moments, and 50 times two builds at once; without it a
# share, drawn anew by the day.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../commands/expect.sh"
tiny=$(dirname "${BASH_SOURCE[0]}")/../commands/tiny
[[ -e ${ROTA_FAILING:-} ]] || { echo "no library that makes writing fail"; exit 77; }
export ASAN_OPTIONS=verify_asan_link_order=0:detect_leaks=0
every=11 moments=15 twice=5
[[ ${ROTA_FAULTS:-} == 1 ]] && every=1 moments=300 twice=50
RANDOM=$(date +%j)

# --- the folder before each command, and how it should be after

service=$work/service month=$work/service/2027-01
day=2027-01-04
build() { "$rota" build "$service" -m 2027-01 --deterministic -t 2 -q "$@"; }
do_build() { build --seed 2 --fresh; }
do_rebuild() { build --seed 2 --fresh; }
do_draft() { "$rota" publish "$service" "$month/rota.json" --draft --comments 2026-12-20; }
do_publish() { "$rota" publish "$service" "$month/rota.json"; }
do_repair() {
  "$rota" repair "$service" -m 2027-01 --absent bob --from $day --today 2027-01-01 --deterministic -q
}
do_again() { "$rota" publish "$service" "$month/rota.json" --reason "Bob was ill"; }
do_undo() { "$rota" undo "$service" -m 2027-01; }
do_worked() { "$rota" worked "$service" -m 2027-01 "$work/worked.csv"; }
commands="build rebuild draft publish repair again worked undo"

# Every file and its content, and nothing of who holds the folder.
state() { (cd "$service" && find . -type f ! -name .rota-lock | sort | xargs sha256sum); }
# The state, and what is said of it.
keep() {
  state >"$work/$1"
  "$rota" check "$service" >"$work/$1.out" 2>"$work/$1.err"
}
restore() {
  rm -rf "$service"
  cp -r "$work/before-$1" "$service"
}

cp -r "$tiny" "$service"
printf 'date,session,clinician,task,site\n%s,am,cat,none,none\n' $day >"$work/worked.csv"
for command in $commands; do
  # a rota of other inputs lies there before it is built again
  if [[ $command == rebuild ]]; then echo '# another line' >>"$service/clinicians.yaml"; fi
  cp -r "$service" "$work/before-$command"
  keep "old-$command"
  expect 0 "do_$command"
  keep "new-$command"
  cmp -s "$work/old-$command" "$work/new-$command" && fail "$command changes nothing"
done
[[ $failures == 0 ]] || finish

# --- what is left: settled HOW COMMAND STATUS
settled() {
  local how=$1 command=$2 status=$3 found as
  "$rota" check "$service" >"$work/now.out" 2>"$work/now.err"
  state >"$work/now"
  if cmp -s "$work/now" "$work/old-$command"; then
    found=4 as=old
  elif cmp -s "$work/now" "$work/new-$command"; then
    found=0 as=new
  else
    fail "$how: neither the old nor the new: $(diff "$work/old-$command" "$work/now")"
    return
  fi
  [[ $status == 137 || $status == "$found" ]] || fail "$how: status $status, and the files are $as"
  cmp -s "$work/now.out" "$work/$as-$command.out" && cmp -s "$work/now.err" "$work/$as-$command.err" ||
    fail "$how: check says other things: $(diff "$work/$as-$command.err" "$work/now.err")"
}

# --- each step of the writing fails, for once or from then on, or is the last
tried=0
for command in $commands; do
  restore "$command"
  FAIL_UNDER=$service FAIL_TALLY=$work/tally LD_PRELOAD=$ROTA_FAILING "do_$command" >/dev/null 2>&1
  steps=$(cat "$work/tally")
  [[ $steps -gt 20 ]] || fail "$command: only $steps steps are seen"
  for how in once on kill; do
    for ((step = 1 + RANDOM % every; step <= steps; step += every)); do
      restore "$command"
      status=0
      { FAIL_UNDER=$service FAIL_AT=$step FAIL_HOW=$how LD_PRELOAD=$ROTA_FAILING \
        "do_$command" >"$work/out" 2>"$work/err"; } 2>/dev/null || status=$?
      [[ $status == 4 && ! -s $work/err ]] && fail "$command: fails at step $step without a word"
      settled "$command, step $step of $steps, $how" "$command" $status
      tried=$((tried + 1))
    done
  done
done
echo "$tried steps failed"

# --- killed at any moment
for ((moment = 0; moment < moments; moment++)); do
  set -- build repair publish again
  shift $((RANDOM % 4))
  command=$1
  restore "$command"
  "do_$command" >/dev/null 2>&1 &
  shell=$!
  sleep "0.0$((RANDOM % 90 + 10))"
  { pkill -KILL -P $shell || kill -KILL $shell; wait $shell; } 2>/dev/null
  settled "$command, killed" "$command" 137
done

# --- two at once: the second is refused by name, and the first ends well
restore build
for ((turn = 0; turn < twice; turn++)); do
  FAIL_UNDER=$service FAIL_AT=4 FAIL_HOW=stop LD_PRELOAD=$ROTA_FAILING \
    "$rota" build "$service" -m 2027-01 --seed $turn --fresh --deterministic -t 2 -q >/dev/null 2>&1 &
  first=$!
  until grep -q ') T ' /proc/$first/stat; do sleep 0.01; done
  expect 2 build
  expect_err "'$service' is in use: build of 2027-01 by "
  expect_err ", process $first, since "
  kill -CONT $first
  wait $first || fail "turn $turn: the first returns $?"
done
finish
