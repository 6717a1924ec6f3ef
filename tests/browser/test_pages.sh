#!/usr/bin/env bash
# Every page in a browser: silent on its console, without barriers, with the outline that a screen
# reader goes by, by keyboard alone, on a phone;
# and in print on A4 and A3, on as many sheets as expected: every assignment is in the text of the
# PDF as often as the page has it. A person's sheet names nobody but whom it shows. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
command -v node >/dev/null && command -v chromium >/dev/null && command -v pdftotext >/dev/null ||
  { echo "there is no Chromium, or no node to drive it"; exit 77; }
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch its drivers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
"$rota" build "$work/service" --month 2027-01 --deterministic --time 1 --quiet 2>/dev/null
"$rota" publish "$work/service" "$work/service/2027-01/rota.json" >/dev/null 2>&1
report() { "$rota" report "$work/service" --month 2027-01 --force "$@" >/dev/null 2>&1; }
cp -r examples/small "$work/short"
printf '%s,2027-01-11,2027-01-15,sick,\n' owen lee >>"$work/short/2027-01/leave.csv"
"$rota" build "$work/short" --month 2027-01 --deterministic --time 1 --quiet 2>/dev/null || [ $? = 1 ]
"$rota" report "$work/short" --month 2027-01 --html "$work/gaps.html" >/dev/null 2>&1 || [ $? = 1 ]
report --html "$work/month.html"
report --person maya --html "$work/maya.html"
report --pcn goldstone --html "$work/pcn.html"
report --trend --html "$work/trend.html"
report --all --out "$work/set"
cp "$work/set/index.html" "$work/index.html"
"$rota" form "$work/service" --month 2027-02 --clinician maya --html "$work/form.html" >/dev/null 2>&1
printf 'scenario: Referrals grow\nchanges: [{demand: {growth: 0.1}}]\n' >"$work/growth.yaml"
"$rota" whatif "$work/service" --month 2027-01 "$work/growth.yaml" --time 2 --quiet \
  --html "$work/what-if.html" 2>/dev/null
mkdir "$work/twelve"
for n in 01 02 03 04 05 06 07 08 09 10 11 12; do
  printf 'scenario: Referrals grow by %s in a hundred, and nobody is hired\nchanges: [{demand: {growth: 0.%s}}]\n' \
    "$n" "$n" >"$work/twelve/$n.yaml"
done
"$rota" whatif "$work/service" --month 2027-01 "$work/twelve" --time 1 --quiet \
  --html "$work/twelve.html" 2>/dev/null
"$rota" advise "$work/service" --month 2027-01 --deterministic --time 1 --candidates 2 --quiet \
  --html "$work/advice.html" 2>/dev/null
"$rota" recover examples/backlog --month 2027-01 --deterministic --time 1 --no-build --quiet \
  --report "$work/recovery.html" 2>/dev/null
"$rota" waiting examples/backlog --html "$work/waiting.html" --quiet >/dev/null 2>&1

# $1: a page; $2, $3: on so many sheets of A4 and of A3, on their side. Another rota may be short of
# one thing more, which is a row and can be a sheet.
expect_sheets() {
  NAMES= ; [ "$1" = maya ] && NAMES=$everybody
  export NAMES
  node tests/browser/pages.js "$work/$1.html" "$work/$1.pdf" 11.69 8.27 "$work/$1-a3.pdf" 16.54 11.69
  for pdf in "$1 $2" "$1-a3 $3"; do
    sheets=$(pdfinfo "$work/${pdf% *}.pdf" | sed -n 's/^Pages: *//p')
    [[ $sheets =~ ^${pdf#* }$ ]] || { echo "${pdf% *} prints on $sheets sheets, not ${pdf#* }"; exit 1; }
  done
}
everybody=$(sed -n 's/^  name: //p' examples/small/clinicians.yaml | paste -sd '|')
expect_sheets month "[67]" "[45]"
expect_sheets gaps "[67]" "[56]"
expect_sheets maya 1 1
expect_sheets pcn 1 1
expect_sheets index 1 1
expect_sheets trend 1 1
expect_sheets form 2 2
expect_sheets what-if "[5-7]" "[3-5]"
expect_sheets recovery "[23]" 2
expect_sheets twelve "1[2-5]" "(9|1[0-3])"
expect_sheets advice 2 1
expect_sheets waiting 2 1

# Names of eighty characters, and thirteen weeks: nothing is cut off, or wider than a screen or a sheet.
long=$work/long
cp -r tests/commands/tiny "$long"
rm -r "$long"/2027-01
mkdir "$long/2027-01-04"
echo 'period: {from: 2027-01-04, weeks: 13}' >"$long/2027-01-04/month.yaml"
perl -pi -e 'BEGIN { $more = "of the long and winding rehabilitation pathway for all who live by the sea" }
  s/name: (Ann Able|Hove hub|Goldstone PCN|MSK clinic|First contact)/name: "$1 \\"$more\\" <s>"/' \
  "$long"/{clinicians,service}.yaml
"$rota" build "$long" --month 2027-01-04 --deterministic --time 1 --quiet 2>/dev/null
say_long() { "$rota" report "$long" --month 2027-01-04 "$@" >/dev/null 2>&1; }
say_long --html "$work/long-month.html"
say_long --person ann --html "$work/long-person.html"
say_long --pcn goldstone --html "$work/long-pcn.html"
grep -q '>4 Jan<' "$work/long-person.html" && grep -q '>1 Feb<' "$work/long-person.html" ||
  { echo "the calendar of several months does not say which"; exit 1; }
cp -r examples/backlog "$work/backlog"
perl -pi -e 's/name: Goldstone PCN/name: "Goldstone PCN of the long and winding rehabilitation pathway by the sea"/' \
  "$work/backlog/service.yaml"
"$rota" waiting "$work/backlog" --html "$work/long-waiting.html" --quiet >/dev/null 2>&1
for page in month person pcn waiting; do
  node tests/browser/pages.js "$work/long-$page.html" "$work/long.pdf" 11.69 8.27 "$work/long.pdf" 16.54 11.69
done

# $1: a PDF; $2: a word that each of so many ($3) assignments has in it
expect_words() {
  found=$(pdftotext -layout "$1" - | grep -o "$2" | wc -l)
  [ "$found" -ge "$3" ] || { echo "$1 has '$2' $found times of $3"; exit 1; }
}
rows() { grep -c "$2" "$work/$1/2027-01/rota.csv" || true; }
for of in month:service gaps:short; do
  for pdf in "${of%:*}" "${of%:*}-a3"; do
    expect_words "$work/$pdf.pdf" Goldstone "$(rows "${of#*:}" ,goldstone,)"
    expect_words "$work/$pdf.pdf" Duty "$(rows "${of#*:}" ,duty,)"
    expect_words "$work/$pdf.pdf" "Maya" "$(rows "${of#*:}" ,maya,)"
  done
  pdftotext -f 1 -l 1 "$work/${of%:*}.pdf" - | grep "By clinician" >/dev/null ||
    { echo "the first sheet of ${of%:*} ends before the rota begins"; exit 1; }
done
expect_words "$work/gaps.pdf" "In this week: " 1
expect_words "$work/maya.pdf" "08:30-12:15" "$(rows service ,am,.*,maya,)"
expect_words "$work/maya.pdf" "13:15-17:00" "$(rows service ,pm,.*,maya,)"
