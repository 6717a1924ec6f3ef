#!/usr/bin/env bash
# Whatever is wrong with what it is given, the program says so, returns 2 and
# leaves every file as it was.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

fresh() {
  rm -rf "$work/service"
  cp -r "$work/original" "$work/service"
}
cp -r "$tiny" "$work/original"
expect 0 "$rota" check "$work/original"
expect 0 "$rota" build "$work/original" --month 2027-01 --quiet
expect_no_out
json=2027-01/rota.json

# try TEXT COMMAND...: it fails with 2 and says TEXT, and no file has changed.
try() {
  local text=$1 before after
  shift
  before=$(cd "$work/service" 2>/dev/null && find . -type f -exec sha256sum {} + | sort)
  expect 2 "$@"
  expect_err "$text"
  after=$(cd "$work/service" 2>/dev/null && find . -type f -exec sha256sum {} + | sort)
  [[ $before == "$after" ]] || fail "'$*' changed a file"
}

# every TEXT: check, build, verify and export all refuse the service, saying so.
every() {
  try "$1" "$rota" check "$work/service"
  try "$1" "$rota" build "$work/service" --month 2027-01 --time 5
  try "$1" "$rota" verify "$work/service" "$work/original/$json"
  try "$1" "$rota" export "$work/service" --month 2027-01 --lp -
}

# --- the folder
rm -rf "$work/service"
every "no folder"
echo text >"$work/service"
every "is not a folder"
rm -f "$work/service"
mkdir "$work/service"
every "service.yaml"

# --- its files
fresh; : >"$work/service/service.yaml"; every "service.yaml"
fresh; rm "$work/service/service.yaml"; every "service.yaml"
fresh; rm "$work/service/service.yaml"; mkdir "$work/service/service.yaml"; every "service.yaml"
fresh; head -c 300 "$work/original/service.yaml" >"$work/service/service.yaml"; every "service.yaml"
fresh; head -c 2000 /dev/urandom >"$work/service/service.yaml"; every "service.yaml"
fresh; echo "rules: [" >>"$work/service/service.yaml"; every "service.yaml:"
fresh; echo "colour: red" >>"$work/service/service.yaml"; every "colour"
fresh; printf 'service: [%s\n' "$(printf '[%.0s' {1..5000})" >"$work/service/service.yaml"; every "service.yaml"
fresh; : >"$work/service/clinicians.yaml"; every "clinicians.yaml"
fresh; echo "no,such,columns" >"$work/service/2027-01/leave.csv"; every "leave.csv"
if [[ $(id -u) != 0 ]]; then
  fresh; chmod 0 "$work/service/service.yaml"; every "service.yaml"; chmod 644 "$work/service/service.yaml"
fi

# --- a rota that is none
fresh
rota_json=$work/service/$json
verify_fails() {
  try "$1" "$rota" verify "$work/service" "$rota_json"
  try "$1" "$rota" export "$work/service" "$rota_json" --csv -
}
edit() { sed "$1" "$work/original/$json" >"$rota_json"; }
rm "$rota_json"; verify_fails "--month 2027-01' makes it"
mkdir "$rota_json"; verify_fails "is a folder"; rmdir "$rota_json"
: >"$rota_json"; verify_fails "is not JSON"
head -c 500 "$work/original/$json" >"$rota_json"; verify_fails "rota.json:"
head -c 2000 /dev/urandom >"$rota_json"; verify_fails "is not JSON"
echo '[1, 2]' >"$rota_json"; verify_fails "should be an object"
echo '{}' >"$rota_json"; verify_fails "no 'month'"
echo '{"month": 7, "assignments": {}}' >"$rota_json"; verify_fails "'month' should be a text"
echo '{"month": "2027-01", "assignments": [7]}' >"$rota_json"; verify_fails "assignment 1 should be an object"
echo '{"month": "2027-01", "assignments": [{"date": "2027-01-12"}]}' >"$rota_json"; verify_fails "no 'clinician'"
echo '{"month": "2027-1", "assignments": []}' >"$rota_json"; verify_fails "is not a month"
echo '{"month": "2027-01", "month": "2027-01"}' >"$rota_json"; verify_fails "duplicate"
printf '{"month": "2027-01", "assignments": %s' "$(printf '[%.0s' {1..100000})" >"$rota_json"; verify_fails "is not JSON"
edit 's/"objective": -\{0,1\}[0-9]*/"objective": 99999999999999999999999/'; verify_fails "is not JSON"
edit '0,/"clinician": "[^"]*"/s//"clinician": "nobody"/'; verify_fails "unknown clinician 'nobody'"
edit '0,/"task": "[^"]*"/s//"task": "nothing"/'; verify_fails "unknown task 'nothing'"
edit '0,/"site": "[^"]*"/s//"site": "nowhere"/'; verify_fails "unknown site 'nowhere'"
edit '0,/"session": "[^"]*"/s//"session": "never"/'; verify_fails "unknown session 'never'"
edit '0,/"date": "[^"]*"/s//"date": "2027-02-30"/'; verify_fails "'2027-02-30'"
cp "$work/original/$json" "$rota_json"
try "not of 2027-02" "$rota" verify "$work/service" "$rota_json" --month 2027-02

# --- nothing that a person wrote is overwritten unasked
build() { "$rota" build "$work/service" --month 2027-01 --quiet "$@"; }
fresh; expect 0 build
echo "my notes" >"$rota_json"; try "is not as rota wrote it" build
fresh; edit '0,/"locked": false/s//"locked": true/'; try "is not as rota wrote it" build
fresh; echo "2027-01-12,am" >>"$work/service/2027-01/rota.csv"; try "rota.csv' is not as rota wrote it" build
expect 0 build --force
expect 0 "$rota" verify "$work/service" "$rota_json"
fresh; rm "$rota_json"; mkdir "$rota_json"; expect 2 build --force; expect_err "is not a plain file"
fresh; echo mine >"$work/mine"
try "is there already" "$rota" export "$work/service" "$rota_json" --csv "$work/mine"
try "is there already" "$rota" export "$work/service" --month 2027-01 --mps "$work/mine"
[[ $(cat "$work/mine") == mine ]] || fail "export replaced a person's file"
try "no/such/folder" "$rota" export "$work/service" "$rota_json" --csv "$work/no/such/folder/x.csv"
try "no/such/folder" "$rota" export "$work/service" --month 2027-01 --lp "$work/no/such/folder/x.lp"
ls "$work/service/2027-01" | grep -E '\.[A-Za-z0-9]{6}$' && fail "a temporary file is left behind"
# --- a pipe, a device or a folder in a file's place: said at once
places() {
  local file=$1 text=$2 kind
  shift 2
  for kind in "mkfifo" "ln -s /dev/zero" "mkdir"; do
    fresh
    rm -f "$work/service/$file"
    $kind "$work/service/$file"
    expect 2 timeout 20 "$@"
    expect_err "$text"
  done
}
for file in recovery.yaml fcp_use.csv waiting.csv names.csv; do
  places "$file" "$file: can't read the file: not a file" "$rota" check "$work/service"
done
places "$json" "rota.json: is" "$rota" verify "$work/service" "$work/service/$json"
places "$json" "rota.json" "$rota" report "$work/service" "$work/service/$json"
places "$json" "rota.json: is" "$rota" diff "$work/original/$json" "$work/service/$json"
places "$json" "rota.json" "$rota" build "$work/service" --month 2027-01 --time 5

finish
