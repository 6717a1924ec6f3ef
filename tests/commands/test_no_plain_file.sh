#!/usr/bin/env bash
# A pipe, a folder, a device or a huge file where one of a month's files should be: no command waits
# for it, reads it all or takes it for nothing there; it is named, and it stays.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
rota=$(realpath "$rota")
cp -r "$tiny" "$work/made"
cd "$work" || exit 1
build=(build service -m 2027-01 --deterministic -t 2 -q --fresh)
mv made service
"$rota" "${build[@]}" 2>/dev/null
"$rota" publish service service/2027-01/rota.json --draft --comments 2026-12-20 >/dev/null
"$rota" publish service service/2027-01/rota.json >/dev/null
day=$(awk -F, '$5 == "bob" {print $1; exit}' service/2027-01/rota.csv)
"$rota" repair service -m 2027-01 --absent bob --from "$day" --today 2027-01-01 --deterministic -q
"$rota" publish service service/2027-01/rota.json --reason Ill >/dev/null
printf 'date,session,clinician,task,site\n%s,am,cat,none,none\n' "$day" >worked.csv
mv service made
repairs=2027-01/repairs/sick-bob-$day.csv

cp made/2027-01/rota.json aside.json
commands=(
  "check service"
  "${build[*]}"
  "repair service -m 2027-01 --today 2027-01-01 --deterministic -q"
  "publish service aside.json --reason Again"
  "publish service aside.json --draft --comments 2026-12-20"
  "publish service service/2027-01/rota.json --reason Again"
  "versions service -m 2027-01"
  "undo service -m 2027-01"
  "worked service -m 2027-01 worked.csv"
  "verify service aside.json"
  "report service aside.json --show none"
  "report service -m 2027-01 --show none"
  "diff made/history/2027-01/v1.json aside.json --service service"
  "history service"
  "lock service aside.json --who cat"
  "suggest service aside.json --for cat --on $day --today 2027-01-01"
  "leave service --clinician cat --from $day --today 2027-01-01"
  "export service aside.json --csv - --ics calendars"
)
# lay KIND PATH: puts such a thing there, in place of what is
lay() {
  rm -rf "service/$2"
  case $1 in
  pipe) mkfifo "service/$2" ;;
  folder) mkdir "service/$2" ;;
  device) ln -s /dev/zero "service/$2" ;;
  huge) truncate -s 8G "service/$2" ;;
  esac
}
# try KIND PATH COMMAND...: sets $status; nothing hangs, crashes, or takes more memory than it should
try() {
  status=0
  rm -rf service calendars
  cp -r made service
  lay "$1" "$2"
  (ulimit -v "${ROTA_MEMORY_KIB:-unlimited}"; timeout 60 "$rota" "${@:3}" >out 2>err </dev/null) || status=$?
  [[ $status == 124 || $status -ge 126 || $status == 4 && $(<err) != *"$2"* ]] &&
    fail "$1 at $2: '${*:3}' returns $status: $(head -c 300 err)"
  case $1 in
  pipe) [[ -p service/$2 ]] ;;
  folder) [[ -d service/$2 ]] ;;
  device) [[ -c service/$2 ]] ;;
  huge) [[ $(stat -c %s "service/$2") == 8589934592 ]] ;;
  esac || fail "$1 at $2: '${*:3}' returns $status, and it is gone"
}
# named PATH COMMAND...: the last of these says which file
named() { grep -qF -- "${1##*/}" out err || fail "'${*:2}' does not name $1: $(cat out err | head -c 300)"; }

for path in 2027-01/rota.json 2027-01/rota.csv 2027-01/locks.csv "$repairs" history/2027-01.yaml \
  history/2027-01/v1.yaml history/2027-01/v2.yaml history/2027-01/v2.json history/2027-01/draft-1.yaml \
  .rota-journal; do
  for command in "${commands[@]}"; do
    read -ra words <<<"$command"
    # what takes it as an argument or keeps a copy of it has read it by its own name
    try pipe "$path" "${words[@]}"
    case $command in
    check*) [[ $path == 2027-01/rota.* || $path == history/2027-01/* ]] || named "$path" "$command" ;;
    build* | repair*) [[ $path == history/* ]] || named "$path" "$command" ;;
    versions*) [[ $path == history/2027-01/v?.yaml ]] && named "$path" "$command" ;;
    undo* | worked*) [[ $path == history/2027-01.yaml ]] && named "$path" "$command" ;;
    esac
  done
done
# the other kinds, where a command reads each file
for kind in folder device huge; do
  try $kind 2027-01/rota.json "${build[@]}"
  named rota.json build
  try $kind 2027-01/rota.csv undo service -m 2027-01
  named rota.csv undo
  try $kind history/2027-01/v1.yaml undo service -m 2027-01
  named v1.yaml undo
  try $kind history/2027-01.yaml worked service -m 2027-01 worked.csv
  named 2027-01.yaml worked
  try $kind "$repairs" repair service -m 2027-01 --today 2027-01-01 -q
  named "$repairs" repair
  try $kind .rota-journal check service
  named .rota-journal check
done
rm -rf service && cp -r made service && mkdir service/.rota-lock
expect 2 "$rota" "${build[@]}"
expect_err "'service/.rota-lock' is a folder, where rota notes who writes; move it away"
for option in --leave --open-event; do
  rm -rf service && cp -r made service && mkfifo pipe
  expect 2 timeout 60 "$rota" repair service -m 2027-01 $option pipe --today 2027-01-01
  expect_err "'pipe' can't be read: not a file"
  rm pipe
done

# a version that is cut short is known to be there: its number is not given again
rm -rf service && cp -r made service
printf 'month: 2027-01\n' >service/history/2027-01/v2.yaml
expect 1 "$rota" versions service -m 2027-01
expect_out "! 'history/2027-01/v2.yaml' is cut short"
finish
