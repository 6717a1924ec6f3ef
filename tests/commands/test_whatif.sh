#!/usr/bin/env bash
# Whatif: an unchanged scenario is the baseline, more of a resource never makes
# the bound worse, all mistakes come before any build, and what is written can be
# read by others.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
cat >>"$service/service.yaml" <<'YAML'
waiting_list:
  classes:
    priority: {standard: 2, referrals: 3, list: {0-1: 4, 1-2: 2}}
    routine: {standard: 12, referrals: 18, list: {0-1: 20, 1-2: 18, 4-12: 40, 12-18: 9}}
  dna: {new: 0.1, follow_up: 0.15}
YAML
sed -i 's/at: hub, /&slots: {new: 3, follow_up: 5}, /; s/at: pcn, /&slots: {fcp: 11}, /' "$service/service.yaml"

scenarios=$work/scenarios
mkdir "$scenarios"
# scenario NAME TITLE CHANGE...: one file
scenario() {
  printf 'scenario: %s\nchanges:\n' "$2" >"$scenarios/$1.yaml"
  printf '  - %s\n' "${@:3}" >>"$scenarios/$1.yaml"
}
whatif() { "$rota" whatif "$service" --month 2027-01 "$@"; }
# figure FILE SCENARIO MEASURE: the value of a measure that is about everything
figure() { awk -F, -v s="$2" -v m="$3" '$1 == s && $2 == m && $3 == "" { print $6 }' "$1"; }

# --- how it is called
expect 0 "$rota" whatif --help
expect_out "rota whatif sussex --month 2027-01"
expect_out "Exit status:"
expect_within_80
scenario same "Nothing at all" "set: {sites.hove.rooms: 2}"
expect 2 "$rota" whatif "$service"; expect_err "whatif"
expect 2 "$rota" whatif "$service" "$scenarios/same.yaml"; expect_err "which month?"
expect 2 "$rota" whatif "$service" -m 2027-13 "$scenarios/same.yaml"; expect_err "is not a month"
expect 2 "$rota" whatif "$work/nowhere" -m 2027-01 "$scenarios/same.yaml"; expect_err "no folder"
expect 2 whatif "$scenarios/same.yaml" --threads 0; expect_err "--threads is 0"
expect 2 whatif "$scenarios/same.yaml" --json --csv -; expect_err "only one of"
expect 2 whatif "$scenarios/none.yaml"; expect_err "none.yaml"
expect_no_out
mkdir "$work/empty"
expect 2 whatif "$work/empty"; expect_err "there is no scenario"
expect 2 whatif "$scenarios/same.yaml" "$scenarios/same.yaml"; expect_err "the name 'Nothing at all' is that of"

# --- every mistake of every file, and nothing built
scenario bad1 "A site that is not there" "set: {sites.crawly.rooms: 2}"
scenario bad2 "A lever that is not there" "hire: {clinicians: 2}"
expect 2 whatif "$scenarios" --csv "$work/none.csv" --html "$work/none.html"
expect_err "bad1.yaml:3"
expect_err "crawly"
expect_err "bad2.yaml:3"
expect_err "hire"
expect_no_out
grep -q "builds" "$work/err" && fail "something was built in spite of mistakes"
[[ ! -e $work/none.csv && ! -e $work/none.html ]] || fail "a file was written in spite of mistakes"
rm "$scenarios"/bad*.yaml

# --- an unchanged scenario is the baseline, to the last figure of the last week;
# --- so is the rota where only the waiting list changes
scenario growth "Referrals grow" "demand: {growth: 0.2}"
scenario longer "Longer templates" "set: {tasks.clinic.slots.new: 4}"
expect 0 whatif "$scenarios/same.yaml" "$scenarios/growth.yaml" "$scenarios/longer.yaml" --csv "$work/a.csv"
expect_err "4 builds, at most"
grep -q "unstaffed" "$work/err" && fail "there is no event, but one may be left unstaffed"
expect_out "Tiny Service, January 2027: 3 scenarios"
expect_out "A  Nothing at all"
expect_out "waiting at the end"
of() { awk -F, -v s="$1" '$1 == s' "$work/a.csv" | cut -d, -f2-6; }
diff <(of "as it is") <(of "Nothing at all") >/dev/null || fail "an unchanged scenario is not the baseline"
for measure in cost bound gap seconds gaps sessions satisfaction travel slots_follow_up; do
  for name in "Referrals grow" "Longer templates"; do
    [[ $(figure "$work/a.csv" "$name" $measure) == $(figure "$work/a.csv" "as it is" $measure) ]] ||
      fail "$measure of '$name' is not the baseline's"
  done
done
(($(figure "$work/a.csv" "Referrals grow" list_end) > $(figure "$work/a.csv" "as it is" list_end))) ||
  fail "more referrals, but no more people wait"
# each week's list is the last one's, with who came and without who left: all printed, for each
# group of each scenario (figures are rounded to hundredths)
awk -F, '$4 != "" && $2 ~ /^(waiting|referred|returned|seen|missed|removed|slots)$/ && $3 !~ "/" {
    of[$1, $3, $2, $4] = $6; weeks = $4 > weeks ? $4 + 0 : weeks; groups[$1 SUBSEP $3]
  }
  END {
    for (g in groups)
      for (w = 1; w <= weeks; w++) {
        off = of[g, "waiting", w - 1] + of[g, "referred", w] + of[g, "returned", w] \
          - of[g, "seen", w] - of[g, "missed", w] - of[g, "removed", w] - of[g, "waiting", w]
        checked++
        if (off > 0.04 || off < -0.04 || of[g, "referred", w] == "") { print g, w, off; exit 1 }
        if (g ~ /all$/ && of[g, "slots", w] + 0.01 < of[g, "seen", w]) { print g, w, "slots"; exit 1 }
      }
    exit checked == 4 * 3 * weeks && weeks == 26 ? 0 : 1
  }' "$work/a.csv" || fail "the weekly flows don't add up to the list"
# a standard that one scenario alone has is printed, by its day or "no", never as unknown
scenario later "A later standard" "set: {waiting_list.classes.routine.standard: 24}"
expect 0 whatif "$scenarios/later.yaml" --deterministic
expect_out "no routine wait over 24 weeks"
expect_out "nobody waits over 24 weeks"
expect_out "nobody waits over 52 weeks"
grep -E "^  nobody waits over (24|52) weeks" "$work/out" | grep -q -- "-$" &&
  fail "a standard is printed as '-'"
rm "$scenarios/later.yaml"
expect 0 whatif "$scenarios/same.yaml" --json --quiet
jq -e '.baseline.trajectory.all."over 24".mean | length == 27' "$work/out" >/dev/null || fail "--json --quiet prints no JSON"
(($(figure "$work/a.csv" "Longer templates" slots_new) > $(figure "$work/a.csv" "as it is" slots_new))) ||
  fail "longer templates, but no more appointments"

# --- an event may have to be built for once more, which is said first
scenario event "A drop-in" "event: {kind: drop-in, at: hove, on: 2027-02-02 am, attendees: 9, need: [{task: clinic, need: 1}]}"
expect 0 whatif "$scenarios/event.yaml"
expect_err "longer if an event is left unstaffed"

# --- more of a resource never makes the proven bound worse (a session more in
# --- somebody's pattern would: it is owed by contract)
rm "$scenarios"/*.yaml
scenario 1 "a room more" "set: {sites.crawley.rooms: 2}"
scenario 2 "rooms more" "set: {sites.hove.rooms: 9, pcns.goldstone.rooms: 3}"
scenario 3 "a skill more" "set: {clinicians.cat.skills.fcp: {stage: 2}}"
scenario 4 "a duty more" "set: {rules.count_limit.most: 2, tasks.duty.min_band: 6}"
scenario 5 "a car more" "set: {clinicians.bob.drives: yes}"
scenario 6 "a person more" "add: {clinicians: 1, like: cat}"
scenario 7 "all of it" "set: {sites.crawley.rooms: 2}" "set: {clinicians.cat.skills.fcp: {stage: 2}}" "add: {clinicians: 2, like: ann}"
expect 0 whatif "$scenarios" --csv "$work/more.csv"
expect_within_80
now=$(figure "$work/more.csv" "as it is" bound)
better=0
for file in "$scenarios"/*.yaml; do
  name=$(sed -n 's/^scenario: //p' "$file")
  bound=$(figure "$work/more.csv" "$name" bound)
  [[ $(figure "$work/more.csv" "$name" gap) == 0.00 ]] || fail "'$name' is not proven"
  ((bound <= now)) || fail "'$name' makes the bound worse: $bound, not $now"
  ((bound < now)) && better=$((better + 1))
done
((better > 0)) || fail "nothing makes anything better"

# --- an unlawful scenario says why and stops no other
rm "$scenarios"/*.yaml
scenario 1 "Bob may not run his clinic" "set: {clinicians.bob.skills: {fcp: {stage: 1}}}"
scenario 2 "a room more" "set: {sites.crawley.rooms: 2}"
expect 1 whatif "$scenarios" --csv "$work/unlawful.csv"
expect_out "no lawful rota"
expect_out "No lawful rota exists, whatever is done:"
expect_out "locks.csv:2"
[[ -n $(figure "$work/unlawful.csv" "a room more" cost) ]] || fail "the lawful scenario was not built"
[[ -z $(figure "$work/unlawful.csv" "Bob may not run his clinic" cost) ]] || fail "an unlawful rota has a cost"

# --- files: nothing is replaced unasked, and names do no harm
rm "$scenarios"/*.yaml
scenario 1 "'<script>alert(1)</script> & \"more\", = @x'" "demand: {growth: 0.1}"
expect 0 whatif "$scenarios" --html "$work/page.html" --csv "$work/page.csv"
grep -q '<script' "$work/page.html" && fail "a scenario's name is markup on the page"
grep -qE '(src|href)="[^#]|https?://|@import|url\(' "$work/page.html" && fail "the page needs something from elsewhere"
grep -q '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;' "$work/page.html" || fail "the name is not on the page"
[[ $(grep -o '<svg' "$work/page.html" | wc -l) == 7 ]] || fail "the page has not 7 drawings"
[[ $(grep -o '<title>' "$work/page.html" | wc -l) == 8 ]] || fail "a drawing has no title"
expect 2 whatif "$scenarios" --html "$work/page.html"; expect_err "is there already"
expect 2 whatif "$scenarios" --csv "$work/page.csv"; expect_err "is there already"
expect 0 whatif "$scenarios" --html "$work/page.html" --csv "$work/page.csv" --force
expect 2 whatif "$scenarios" --csv "$work/no/such/folder/a.csv"
expect_err "no/such/folder"
ls "$work" | grep -E '\.[A-Za-z0-9]{6}$' && fail "a temporary file is left behind"
expect 0 whatif "$scenarios" -q
expect_no_out
if command -v python3 >/dev/null; then
  python3 - "$work/page.csv" <<'PYTHON' || fail "the CSV is not what it should be"
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], newline="")))
assert all(None not in row and None not in row.values() for row in rows)
assert {row["scenario"] for row in rows} == {"as it is", '<script>alert(1)</script> & "more", = @x'}
weeks = [row for row in rows if row["measure"] == "waiting" and row["about"] == "all"]
assert len(weeks) == 2 * 27, len(weeks)
for row in rows:
    for key in ("value", "difference"):
        row[key] and float(row[key])
PYTHON
else
  echo "no python3: the CSV is not read by a parser of somebody else's"
fi

# --- the same figures on any machine, with any number of threads
figures() { grep -v ',seconds,' "$1"; }
scenario 2 "a person more" "add: {clinicians: 1, like: cat}"
expect 0 whatif "$scenarios" --deterministic --threads 1 --csv "$work/one.csv" -q
expect 0 whatif "$scenarios" --deterministic --threads 2 --csv "$work/two.csv" -q
diff <(figures "$work/one.csv") <(figures "$work/two.csv") >/dev/null || fail "not repeatable"

# --- Ctrl-C ends all builds and reports what there is
"$rota" init "$work/large" --clinicians 24 >/dev/null 2>&1
month=$(basename "$(dirname "$work"/large/*/month.yaml)")
printf 'scenario: a\nchanges: []\n' >"$scenarios/1.yaml"
printf 'scenario: b\nchanges:\n  - set: {rules.preferences.weight: 9}\n' >"$scenarios/2.yaml"
"$rota" whatif "$work/large" -m "$month" "$scenarios" --time 200 >"$work/out" 2>"$work/err" &
whatif_job=$!
until grep -q "builds, at most" "$work/err"; do sleep 0.1; done
sleep 1
begun=$SECONDS
kill -INT $whatif_job
wait $whatif_job
status=$?
ran="whatif, interrupted"
[[ $status == 3 || $status == 0 ]] || fail "whatif returned $status when interrupted"
((SECONDS - begun < 30)) || fail "whatif took $((SECONDS - begun)) s to stop"
expect_err "stopped; this is what there was until then"
expect_out "scenarios beside the service as it is"
finish
