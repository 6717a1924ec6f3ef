#!/usr/bin/env bash
# The workbook, as LibreOffice reads it: every sheet is there, names come out as they are,
# nothing in it is a formula, and the sheet of assignments, saved as CSV, is the rota again.
# $1 is the program.
set -euo pipefail
rota=$1
command -v soffice >/dev/null || { echo "there is no LibreOffice"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
sed -i '/^maya:/,/^[a-z]*:$/ s/name: .*/name: "=1+1, Zoë <b>\\u202E"/' "$work/service/clinicians.yaml"
grep -q 'Zoë' "$work/service/clinicians.yaml" || { echo "the example has no maya"; exit 1; }
"$rota" build "$work/service" --month 2027-01 --deterministic --time 1 --quiet 2>/dev/null
made=$work/service/2027-01/rota.json
"$rota" export "$work/service" "$made" --xlsx "$work/book.xlsx" 2>/dev/null

# Comma, double quote, UTF-8, all cells as shown, every sheet into a file of its own.
filter='csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'
(cd "$work" && soffice "-env:UserInstallation=file://$work/profile" --headless \
  --convert-to "$filter" book.xlsx >/dev/null 2>&1)
for sheet in "By person" "By site" Assignments Cover Fairness Missing; do
  [ -s "$work/book-$sheet.csv" ] || { echo "no sheet '$sheet'"; exit 1; }
done
cmp "$work/book-Assignments.csv" "$work/service/2027-01/rota.csv"
cp "$work/book-Assignments.csv" "$work/saved.csv"
"$rota" verify "$work/service" "$work/saved.csv" --month 2027-01 >/dev/null 2>&1
grep -qF '=1+1, Zoë <b>' "$work/book-Fairness.csv" || { echo "the name came out wrong"; exit 1; }

# By person and by site a week prints on a sheet, of the four that have sessions, and can be read.
python3 -m zipfile -e "$work/book.xlsx" "$work/parts"
for sheet in "$work"/parts/xl/worksheets/sheet[12].xml; do
  grep -q '<colBreaks count="3" manualBreakCount="3">' "$sheet" &&
    grep -qE '<pageSetup paperSize="9" scale="[67][0-9]" ' "$sheet" ||
    { echo "it does not print by the week: $(grep -o '<pageSetup[^>]*>' "$sheet")"; exit 1; }
done

# For Excel, text has the mark that says which letters these are.
"$rota" export "$work/service" "$made" --figures "$work/figures.csv" --excel 2>/dev/null
[ "$(head -c 3 "$work/figures.csv" | od -An -tx1 | tr -d ' ')" = efbbbf ] ||
  { echo "there is no mark"; exit 1; }
if "$rota" export "$work/service" "$made" --xlsx - 2>/dev/null; then
  echo "a workbook went to standard output"
  exit 1
fi
