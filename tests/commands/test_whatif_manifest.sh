#!/usr/bin/env bash
# A comparison as a manifest: its builds run one by one, in any order, any number
# of times and killed, and collected into what `rota whatif` itself would report.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
mkdir "$work/scenarios"
scenario() { printf 'scenario: %s\nchanges:\n  - set: {%s}\n' "$2" "$3" >"$work/scenarios/$1.yaml"; }
scenario 1 "a lighter ratio" "rules.ratio.weight: 1"
scenario 2 "a room more" "sites.crawley.rooms: 2"
scenario 3 "longer templates" "tasks.clinic.slots.new: 4" # what the rota has to keep stays
manifest=$work/builds.jsonl
write() { expect "$1" "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --time 5 --deterministic --manifest "$manifest" "${@:2}"; }
run() { expect "$1" "$rota" whatif --manifest "$manifest" --task "$2" "${@:3}"; }
collect() { expect "$1" "$rota" whatif --manifest "$manifest" --collect "${@:2}"; }

# Every figure of the comparison made here and now, but for the seconds.
whole() { grep -v ',seconds,' "$1" | sort; }
write 0
[[ $(wc -l <"$manifest") == 4 ]] || fail "$(wc -l <"$manifest") builds in the manifest, not 4"
write 2
expect_err "is there already; --force"
expect 0 "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --time 5 --deterministic --csv "$work/here.csv"

# Nothing, then some, then all.
collect 3
expect_err "4 of 4 builds are not done"
expect_err "nothing to compare with"
run 0 1-2
expect_err "task 1, service 2027-01 as it is: built"
collect 3
expect_out "a lighter ratio"
expect_err "2 of 4 builds are not done"
expect_err "task 3, service 2027-01 2.yaml: not built"
expect_err "--task 3-4"
run 0 4,3
collect 0 --csv "$work/there.csv"
expect_no_err
diff <(whole "$work/here.csv") <(whole "$work/there.csv") >"$work/diff" ||
  fail "collected is not what is built here: $(head -4 "$work/diff")"
[[ $(grep -hm1 '"cost"' "$manifest".outcomes/[14].json | sort -u | wc -l) == 1 ]] ||
  fail "a scenario that changes nothing in the rota has another cost"

# Once more changes nothing, unless forced; then it is the same again.
cp "$manifest.outcomes/2.json" "$work/second.json"
run 0 2
expect_err "is done already"
run 0 2 --force
collect 0 --csv - --quiet
diff <(whole "$work/here.csv") <(whole "$work/out") >/dev/null || fail "a build that was repeated differs"
for go in 1 2 3; do "$rota" whatif --manifest "$manifest" --task 1-4 --force --quiet & done
wait
collect 0 --csv "$work/thrice.csv" --quiet
diff <(whole "$work/here.csv") <(whole "$work/thrice.csv") >/dev/null || fail "three runs at once spoil the figures"
collect 0 --html "$work/page.html"
grep -q "a lighter ratio" "$work/page.html" || fail "the page does not name the scenario"
rota_csv=$(sed -n 's/^ "rota": "\(.*\)",$/\1/p' "$manifest.outcomes/1.json")
expect 0 "$rota" verify "$service" "$manifest.outcomes/$rota_csv"

# What is broken, or of another manifest, or half a file, counts as not there.
echo '{"build": "x"' >"$manifest.outcomes/2.json"
sed 's/"build": "..../"build": "0000/' "$work/second.json" >"$manifest.outcomes/3.json"
collect 3
expect_err "2.yaml: what is there is of another manifest"
expect_err "1.yaml: its outcome can't be read"
sed 's/"cost":/"coat":/' "$work/second.json" >"$manifest.outcomes/2.json"
collect 3
expect_err "1.yaml: its outcome can't be read"
run 0 2-3
collect 0

# A scenario built before the service as it is, whose programme it shares.
sed 's/"cost": [0-9-]*/"cost": 1000000/' "$manifest.outcomes/4.json" >"$work/alone.json"
cp "$work/alone.json" "$manifest.outcomes/4.json"
collect 3
expect_err "3.yaml: built before the service as it is, whose rota it should have"
run 0 4
expect_err "3.yaml: built"
collect 0

# Killed on the way: nothing is there, and the next go completes it.
expect 0 "$rota" init "$work/large" --clinicians 60 --month 2027-01
mv "$service" "$work/tiny" && mv "$work/large" "$service"
rm -r "$manifest.outcomes"
scenario 3 "a vacancy" '"rules.ratio[1].weight": 9'
rm "$work/scenarios/1.yaml" "$work/scenarios/2.yaml"
expect 0 "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --time 60 --manifest "$manifest" --force
for signal in TERM KILL; do
  "$rota" whatif --manifest "$manifest" --task 2 2>"$work/err" &
  sleep 2
  kill -s "$signal" %% && wait %% 2>/dev/null
  [[ ! -e $manifest.outcomes/2.json ]] || fail "a build ended by SIG$signal left an outcome"
done
collect 3
expect_err "2 of 2 builds are not done"
rm -r "$service" && mv "$work/tiny" "$service"

# Inputs that are no longer what they were.
scenario 1 "a lighter ratio" "rules.ratio.weight: 1"
rm "$work/scenarios/3.yaml"
write 0 --force
run 0 1
echo '# another line' >>"$work/scenarios/1.yaml"
run 2 2
expect_err "its inputs have changed since the manifest was written"
collect 3
expect_err "1.yaml: its inputs have changed since the manifest was written"
write 0 --force
run 0 2
collect 0
echo '# another line' >>"$service/clinicians.yaml"
run 2 1-2 --force
rm "$work/scenarios/1.yaml"
run 2 2 --force
collect 3
expect_err "1.yaml: its inputs have mistakes or can't be read"

scenario 1 "a lighter ratio" "rules.ratio.weight: 1"
# Manifests and outcomes are other people's files: none makes it wait, read elsewhere or steer
# the terminal.
write 0 --force
run 0 1-2
cp "$manifest.outcomes/1.json" "$work/first.json"
cp "$manifest.outcomes/2.json" "$work/second.json"
spoil() { rm -rf "$manifest.outcomes/2.json"; "$@"; collect 3; expect_err "1.yaml: $reason"; }
reason="its outcome can't be read"
spoil mkfifo "$manifest.outcomes/2.json"
spoil ln -s /dev/zero "$manifest.outcomes/2.json"
spoil mkdir "$manifest.outcomes/2.json"
spoil ln -s "$work/second.json" "$manifest.outcomes/2.json"
spoil truncate -s 17M "$manifest.outcomes/2.json"
rm "$manifest.outcomes/2.json"
sed 's/"a lighter ratio"/"a \\u001b[2Jlighter ratio"/' "$work/second.json" >"$manifest.outcomes/2.json"
cmp -s "$work/second.json" "$manifest.outcomes/2.json" && fail "there is no escape in the outcome"
collect 3
expect_err "1.yaml: its outcome can't be read"
reason="its rota is not a file in the outcomes' folder"
cp "$work/second.json" "$manifest.outcomes/2.json"
collect 0
own=$(sed -n 's/^ "rota": "\(.*\)",$/\1/p' "$work/first.json")
cp "$manifest.outcomes/$own" "$work/2-elsewhere.csv"
ln -s "$work/2-elsewhere.csv" "$manifest.outcomes/2-link.csv"
for name in ../2-elsewhere.csv "$work/2-elsewhere.csv" 2-/../../2-elsewhere.csv 2-link.csv; do
  sed "s|^ \"rota\": .*|  \"rota\": \"$name\",|" "$work/second.json" >"$manifest.outcomes/2.json"
  collect 3
  expect_err "1.yaml: $reason"
done
cp "$work/second.json" "$manifest.outcomes/2.json"
collect 0
mkfifo "$work/pipe"
for path in "$work/pipe" /dev/zero "$work"; do
  expect 2 timeout 10 "$rota" whatif --manifest "$path" --collect
  expect_err "can't read the manifest: not a file"
done
truncate -s 65M "$work/large.jsonl"
expect 2 "$rota" whatif --manifest "$work/large.jsonl" --collect
expect_err "is larger than 64 MiB"
head -c 70000 /dev/zero | tr '\0' 7 >"$work/long.jsonl"
expect 2 "$rota" whatif --manifest "$work/long.jsonl" --collect
expect_err "long.jsonl:1: is longer than 64 KiB"
sed '1s/"2027-01"/"\\u001b]0;x\\u0007"/' "$manifest" >"$work/escape.jsonl"
expect 2 "$rota" whatif --manifest "$work/escape.jsonl" --collect
expect_err "'month' has a control character"
printf '{"a": \033[2J}\n' >"$work/escape.jsonl"
expect 2 "$rota" whatif --manifest "$work/escape.jsonl" --collect
! grep -q $'\033' "$work/err" || fail "an escape sequence reaches the terminal"

# Two services in one manifest: a table each, files of one only.
scenario 1 "a lighter ratio" "rules.ratio.weight: 1"
cp -r "$tiny" "$work/other"
expect 0 "$rota" whatif "$work/other" -m 2027-01 "$work/scenarios" --time 5 --manifest "$work/other.jsonl"
write 0 --force
cat "$work/other.jsonl" >>"$manifest"
run 0 1-4
collect 0
[[ $(grep -c "1 scenario beside" "$work/out") == 2 ]] || fail "there are not two tables: $(cat "$work/out")"
collect 2 --json
expect_err "has 2 months of services; for one of them add DIR --month M"
expect 0 "$rota" whatif "$work/other" --month 2027-01 --manifest "$manifest" --collect --json
[[ $(grep -c '"difference":' "$work/out") == 1 ]] || fail "not one scenario of one service"

# Misuse.
for tasks in 0 5 x 1- 2-1 1,,2 ""; do
  run 2 "$tasks"
  expect_err "there are tasks 1 to 4"
done
expect 2 "$rota" whatif --task 1
expect_err "add --manifest FILE"
run 2 1 --collect
expect_err "one of --task and --collect"
expect 2 "$rota" whatif "$service" --manifest "$manifest" --task 1
expect 2 "$rota" whatif --manifest "$work/none.jsonl" --collect
expect_err "none.jsonl"
echo '{"service": 1}' >"$work/bad.jsonl"
expect 2 "$rota" whatif --manifest "$work/bad.jsonl" --collect
expect_err "line 1: 'service' should be a text"
echo 'builds' >"$work/bad.jsonl"
expect 2 "$rota" whatif --manifest "$work/bad.jsonl" --task 1
expect_err "bad.jsonl:1:"
: >"$work/bad.jsonl"
expect 2 "$rota" whatif --manifest "$work/bad.jsonl" --task 1
expect_err "there is no build in it"
expect 2 "$rota" whatif "$service"
expect_err "a scenario is missing"
finish
