#!/usr/bin/env bash
# Pages of a rota in a browser, and in print on A4 and A3: every assignment is in the text of
# the PDF as often as the page has it. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
command -v node >/dev/null && command -v chromium >/dev/null && command -v pdftotext >/dev/null ||
  { echo "there is no Chromium, or no node to drive it"; exit 77; }
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch its drivers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
"$rota" build "$work/service" --month 2027-01 --deterministic --time 1 --quiet 2>/dev/null
report() { "$rota" report "$work/service" --month 2027-01 --force "$@" >/dev/null 2>&1; }
report --html "$work/month.html"
report --person maya --html "$work/maya.html"
report --pcn goldstone --html "$work/pcn.html"
node tests/browser/pages.js "$work/month.html" "$work/month.pdf" 11.69 8.27
node tests/browser/pages.js "$work/month.html" "$work/month-a3.pdf" 16.54 11.69
node tests/browser/pages.js "$work/maya.html" "$work/maya.pdf" 11.69 8.27
node tests/browser/pages.js "$work/pcn.html" "$work/pcn.pdf" 11.69 8.27

# $1: a PDF; $2: a word that each of so many ($3) assignments has in it
expect_words() {
  found=$(pdftotext -layout "$1" - | grep -o "$2" | wc -l)
  [ "$found" -ge "$3" ] || { echo "$1 has '$2' $found times of $3"; exit 1; }
}
rows() { grep -c "$1" "$work/service/2027-01/rota.csv" || true; }
for pdf in month month-a3; do
  expect_words "$work/$pdf.pdf" Goldstone "$(rows ,goldstone,)"
  expect_words "$work/$pdf.pdf" Duty "$(rows ,duty,)"
  expect_words "$work/$pdf.pdf" "Maya" "$(rows ,maya,)"
done
expect_words "$work/maya.pdf" "08:30-12:15" "$(rows ,am,.*,maya,)"
expect_words "$work/maya.pdf" "13:15-17:00" "$(rows ,pm,.*,maya,)"
for sheet in maya pcn; do
  pages=$(pdfinfo "$work/$sheet.pdf" | sed -n 's/^Pages: *//p')
  [ "$pages" = 1 ] || { echo "the sheet $sheet prints on $pages pages"; exit 1; }
done
