#!/usr/bin/env bash
# The whole set of a rota: every link of the index page leads to a file, every file is led to,
# and rota's own folder in a month's is no stranger to check. $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
"$rota" build "$work/service" --month 2027-01 --deterministic --time 1 --quiet 2>/dev/null
"$rota" report "$work/service" --month 2027-01 --all >/dev/null 2>&1
set_folder=$work/service/2027-01/report
grep -o 'href="[^"#]*"' "$set_folder/index.html" | cut -d'"' -f2 | sort -u >"$work/links"
while read -r link; do
  [ -s "$set_folder/$link" ] || { echo "'$link' leads nowhere"; exit 1; }
done <"$work/links"
(cd "$set_folder" && find . -type f ! -name index.html | sed 's|^\./||' |
  sort) >"$work/files"
cmp "$work/links" "$work/files"
cmp "$set_folder/rota.csv" "$work/service/2027-01/rota.csv"
if "$rota" check "$work/service" 2>&1 | grep -q "report"; then
  echo "check does not know the folder that rota wrote"
  exit 1
fi
"$rota" report "$work/service" --month 2027-01 --all --out "$work/elsewhere" >/dev/null 2>&1
diff -rq "$set_folder" "$work/elsewhere" | grep -vE '\.(ics|xlsx) ' && exit 1
if "$rota" report "$work/service" --month 2027-01 --out "$work/x" 2>/dev/null; then
  echo "--out alone was taken"
  exit 1
fi
status=0
"$rota" report "$work/service" --month 2027-01 --all --out "$work/links" 2>/dev/null || status=$?
[ "$status" = 2 ] || { echo "--out of a file ended with $status"; exit 1; }
