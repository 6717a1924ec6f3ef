#!/usr/bin/env bash
# A second engine: false ones, called cbc and first on the path, do no harm, are named, and are
# gone when rota is, however it ends.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
mkdir "$work/bin" "$work/tmp"
export TMPDIR=$work/tmp
expect 0 "$rota" init "$service" --clinicians 8 --month 2027-01
plain_path=$PATH
install_cbc() { # what it does, in its own folder
  printf '#!/bin/sh\n%s\n' "$1" >"$work/bin/cbc"
  chmod +x "$work/bin/cbc"
  PATH=$work/bin:$plain_path
}
build() { "$rota" build "$service" --month 2027-01 --fresh --show none "$@"; }
nothing_left() { [[ -z $(ls -A "$work/tmp") ]] || fail "$1 leaves $(ls -A "$work/tmp")"; }

expect 2 build --engine lpsolve
expect_err "build: there is no engine 'lpsolve'; there are auto, glpk, cbc and highs"
PATH=$work/bin expect 2 build --engine cbc
expect_err "build: the program 'cbc' is not on the path"
expect 0 build --engine glpk --deterministic --time 1
grep -q '"engines": "GLPK [0-9.]*"' "$service/2027-01/rota.json" || fail "rota.json names other engines than GLPK"
cp "$service/2027-01/rota.json" "$work/first.json"
install_cbc 'touch "$TMPDIR/../asked"'
expect 0 build --deterministic --time 1
[[ ! -e $work/asked ]] || fail "--deterministic asks an engine that nobody named"
cmp -s "$service/2027-01/rota.json" "$work/first.json" || fail "an engine on the path changes what --deterministic builds"

# No name goes out to it, and the folder is nobody else's.
install_cbc 'cp model.mps "$TMPDIR/../model.mps"; stat -c %a . >"$TMPDIR/../mode"
echo "Version: 6.6"
echo "Cbc0010I After 0 nodes, 1 on tree, 1 best solution, best possible 9e9 (1 s)"
sleep 1
echo "Result - Stopped on time limit"'
expect 0 build --time 4 --threads 2
expect_err "warning: cbc: it claimed that nothing costs less than 89"
expect_err "it was asked no more, and nothing rests on it"
grep -q '"bound_by": null' "$service/2027-01/rota.json" || fail "rota.json has the bound of a liar"
grep -q '"engines": "GLPK [0-9.]* and cbc 6.6"' "$service/2027-01/rota.json" || fail "rota.json does not name the engine"
expect 0 "$rota" verify "$service" "$service/2027-01/rota.json"
grep -q '^patrick:' "$service/clinicians.yaml" || fail "nobody is called patrick"
grep -q ' x12 ' "$work/model.mps" || fail "the programme does not go out"
grep -qi patrick "$work/model.mps" && fail "a name leaves the program"
[[ $(cat "$work/mode") == 700 ]] || fail "the engine's folder has mode $(cat "$work/mode")"
nothing_left "a liar"

# What is compared says so too, and a manifest's builds take the engine that it was written with.
printf 'scenario: nothing\nchanges: []\n' >"$work/nothing.yaml"
compare() { "$rota" "$1" "$service" --month 2027-01 --time 3 --threads 2 "${@:2}"; }
expect 0 compare whatif "$work/nothing.yaml" --json
expect_out '"engine_fault": "cbc: it claimed that nothing costs less than'
expect_out '"bound_by": null'
expect 0 compare advise --candidates 0 --no-fragility --html "$work/advice.html"
expect_out "as it is: cbc: it claimed that nothing costs less than"
grep -q "as it is: cbc: it claimed that nothing costs less than" "$work/advice.html" || fail "the page of advice does not name the fault"
expect 0 compare whatif "$work/nothing.yaml" --engine cbc --manifest "$work/builds.jsonl"
grep -q '"engine": "cbc"' "$work/builds.jsonl" || fail "a manifest does not name the engine"
rm "$work/bin/cbc"
PATH=$work/bin expect 2 "$rota" whatif --manifest "$work/builds.jsonl" --task 1
expect_err "the program 'cbc' is not on the path"
nothing_left "a comparison"

# gone SIGNAL STATUS: rota ends by that signal, and so does an engine that would go on for ever.
gone() {
  local status=0 pid engine
  rm -f "$work/pid"
  install_cbc 'echo $$ >"$TMPDIR/../pid.new"; mv "$TMPDIR/../pid.new" "$TMPDIR/../pid"; while :; do :; done'
  "$rota" build "$service" --month 2027-01 --fresh --time 60 --threads 2 --quiet &
  pid=$!
  for _ in $(seq 400); do
    [[ ! -e $work/pid ]] || break
    sleep 0.1
  done
  kill "-$1" "$pid"
  wait "$pid" 2>/dev/null || status=$?
  [[ $status == "$2" ]] || fail "signal $1 ends with $status, not $2"
  engine=$(cat "$work/pid")
  for _ in $(seq 50); do
    kill -0 "$engine" 2>/dev/null || return
    sleep 0.1
  done
  fail "signal $1 leaves the engine running"
  kill -KILL "$engine"
}
gone INT 0
nothing_left "an interrupted build"
gone TERM 0
nothing_left "an ended build"
gone KILL 137

finish
