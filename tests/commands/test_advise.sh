# rota advise on services so small that the answers are known by hand.
set -u
source "$(dirname "$0")/expect.sh" "$1"

# make_service DIR ROOMS NEED: two people, Ann and Bob, on Monday mornings at Hove.
# February 2027 has four Mondays.
make_service() {
  mkdir -p "$1"
  cat >"$1/service.yaml" <<YAML
service: Mondays
holidays: none
sessions:
  am: {from: "08:30", to: "12:15"}
week: {mon: [am]}
sites:
  hove: {name: Hove hub, kind: hub, rooms: $2}
tasks:
  clinic: {name: Clinic, skill: msk, at: hub, spare: yes}
  class: {name: Class, skill: class, at: hub, room: none, spare: yes}
demand:
  - {task: clinic, at: hove, sessions: mon am, need: $3}
YAML
  cat >"$1/clinicians.yaml" <<YAML
ann: {name: Ann Able, band: 7, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes, class: yes}}
bob: {name: Bob Best, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
}

# One room too few: two people are needed four times, one can be seated; at 100
# points each, one more room, or one person less that is needed, saves 400.
make_service "$work/room" 1 2
expect 0 "$rota" advise "$work/room" -m 2027-02
expect_out "cost 400, gap 0.00%, sessions of cover missing 4"
expect_out "   400  one more room at Hove hub, each Mon am"
expect_out "   400  one more session of Clinic at Hove hub, each Mon am"
expect_out "nobody's absence for a week loses cover"
expect_within_80
expect_err "as it is: at most 40 s on"
expect_err "2 absences: about a second for each week, at most 5 s"
expect_err "14 candidates: at most 20 s each"
expect_out "rooms at Hove hub: at least 4 sessions went elsewhere; 1 more room would take"
expect_out "fewest points: 1 (-400)"
expect_out "fewest needed sessions missing: 1 (-4)"
expect_out " 1 room: one more room at Hove hub"
expect_out "           -4      -400        -          -    0.00%  proven"

# One person too few: rooms don't bind.
make_service "$work/person" 5 3
expect 0 "$rota" advise "$work/person" -m 2027-02
expect_out "   400  one more session of Clinic at Hove hub, each Mon am"
grep -q "one more room" "$work/out" && fail "a room is advised where people are missing"
expect_out "2 people's absences for a week, each alone, lose cover"
expect_out "1  Ann Able (band 7), in the week of Mon 1 Feb: Clinic at Hove hub 1"
expect_out "1  Bob Best (band 6), in the week of Mon 1 Feb: Clinic at Hove hub 1"

expect_out " 1 hire: a band 6 like Bob Best, based at Hove hub, 0.10 WTE"
grep -q "skill:" "$work/out" && fail "a skill is advised where people are missing"

# Nothing to gain: no advice.
make_service "$work/enough" 2 1
expect 0 "$rota" advise "$work/enough" -m 2027-02
expect_out "cost 0, gap 0.00%, sessions of cover missing 0"
expect_out "nothing: no limit that binds would save a point"
expect_out "nobody's absence for a week loses cover"

# ... but a hire of each kind of post is built all the same, and saves nothing.
expect_out "fewest points: none is better than as it is"
expect_out "hire: a band 6 like Bob Best"
expect_out "hire: a band 7 like Ann Able"
grep -qE "skill:|room:|session:" "$work/out" && fail "something is advised to no use"

# Two are asked for at the class, Ann alone has the skill, and nobody is at the
# clinic: what is missing is one skill. A hire with it would do as well, at more cost.
make_service "$work/skill" 2 0
echo '  - {task: class, at: hove, sessions: mon am, need: 2}' >>"$work/skill/service.yaml"
expect 0 "$rota" advise "$work/skill" -m 2027-02 --no-fragility
expect_out " 1 skill: 'class' for Bob Best (band 6)"
expect_out " 2 hire: a band 7 like Ann Able, based at Hove hub, 0.10 WTE"
expect_out "           -4      -400        -          -    0.00%  proven"
expect_out "fewest needed sessions missing: 1 (-4), 2 (-4)"
expect_out " 3 hire: a band 6 like Bob Best"

# The same where nobody has the skill yet.
sed -i 's/, class: yes//' "$work/skill/clinicians.yaml"
sed -i 's/mon am, need: 2}/mon am, need: 1}/' "$work/skill/service.yaml"
echo 'eve: {name: Eve Ely, band: 5, wte: 0.1, works: {mon: [am]}, base: hove, skills: {class: {until: 2027-01-31}}}' >>"$work/skill/clinicians.yaml"
expect 0 "$rota" advise "$work/skill" -m 2027-02 --no-fragility
expect_out " 1 skill: 'class' for Ann Able (band 7)"
expect_out "           -4      -400        -          -    0.00%  proven"

# Somebody is wanted in an afternoon that nobody works in.
make_service "$work/session" 2 1
sed -i 's/^week: .*/week: {mon: [am, pm]}/; s/^  am: .*/&\n  pm: {from: "13:15", to: "17:00"}/' "$work/session/service.yaml"
echo '  - {task: class, at: hove, sessions: mon pm, need: 1}' >>"$work/session/service.yaml"
expect 0 "$rota" advise "$work/session" -m 2027-02 --no-fragility
expect_out " 1 session: Ann Able (band 7) on Mon pm too, 0.20 WTE instead of 0.10"
expect_out "           -4      -400        -          -    0.00%  proven"
grep -q "Bob Best (band 6) on Mon pm" "$work/out" && fail "an afternoon is advised to no use"

# At most as many as asked for, and none.
expect 0 "$rota" advise "$work/skill" -m 2027-02 --no-fragility --candidates 1
grep -q " 2 skill" "$work/out" && fail "more candidates are built than asked for"
expect 0 "$rota" advise "$work/skill" -m 2027-02 --no-fragility -n 0
grep -q "What would help most" "$work/out" && fail "candidates are built that nobody asked for"

# Only Ann can hold the class; Bob and Cat stand in for each other in the clinic.
make_service "$work/class" 2 1
cat >>"$work/class/clinicians.yaml" <<'YAML'
cat: {name: Cat Cole, band: 6, wte: 0.1, works: {mon: [am]}, base: hove, skills: {msk: yes}}
YAML
echo '  - {task: class, at: hove, sessions: mon am, per: month, need: 4}' >>"$work/class/service.yaml"
expect 0 "$rota" advise "$work/class" -m 2027-02
expect_out "1 person's absence for a week loses cover"
expect_out "1  Ann Able (band 7), in the week of Mon 1 Feb: Class at Hove hub 1"
expect_out "(proven)"
expect_out "Class at Hove hub: only Ann Able; 1 lost by one absence"
grep -q "must not be away together" "$work/out" && fail "pairs are shown that were not asked for"
grep -q "Bob Best (band 6), in the week" "$work/out" && fail "Bob's absence is said to lose cover"
grep -q "Cat Cole (band 6), in the week" "$work/out" && fail "Cat's absence is said to lose cover"

# Bob and Cat can't be away together, though each can be spared.
expect 0 "$rota" advise "$work/class" -m 2027-02 -n 0 --pairs
expect_err "3 pairs: at most 12000 weeks mended"
expect_out "of 3 pairs 1 loses more cover together than each alone"
expect_out "     1      0  Bob Best and Cat Cole, in the week of Mon 1 Feb: "
expect_within_80
expect 0 "$rota" advise "$work/class" -m 2027-02 -n 0 --pairs --csv -
expect_out "pair,bob cat,,in the week of Mon 1 Feb,proven,lost_apart,0"
expect_out "pair,bob cat,,in the week of Mon 1 Feb,proven,lost,1"
expect 0 "$rota" advise "$work/class" -m 2027-02 -n 0 --pairs --json
expect_out '"lost_apart": 0'
expect 0 "$rota" advise "$work/class" -m 2027-02 -n 0 --pairs --html - -q
expect_out "<h2>Which two must not be away together</h2>"
expect 2 "$rota" advise "$work/class" -m 2027-02 --pairs --no-fragility
expect_err "advise: --pairs tries absences, and --no-fragility tries none"

# Files say the same, and the same again.
expect 0 "$rota" advise "$work/class" -m 2027-02 --csv - --deterministic -n 2
expect_out "absence,ann,,in the week of Mon 1 Feb,proven,lost,1"
expect_out "absence,ann,Class at Hove hub,in the week of Mon 1 Feb,proven,lost,1"
expect_out "absence,bob,,in the week of Mon 1 Feb,safe,lost,0"
expect_out "role,Class at Hove hub,only Ann Able,,,holders,1"
cp "$work/out" "$work/first"
expect 0 "$rota" advise "$work/class" -m 2027-02 --csv - --deterministic -n 2 --threads 1
cmp -s "$work/out" "$work/first" || fail "another number of threads gives other advice"
expect 0 "$rota" advise "$work/class" -m 2027-02 --json --quiet
expect_out "\"status\": \"built\""
expect 0 "$rota" advise "$work/class" -m 2027-02 --json
expect_out '"state": "proven"'
expect_out '"holders": ['

expect 0 "$rota" advise "$work/skill" -m 2027-02 --html "$work/page.html" --csv "$work/a.csv" -q
expect_no_out
grep -q "<h2>What would help most</h2>" "$work/page.html" || fail "the page has no candidates"
grep -qE "https?://|<script" "$work/page.html" && fail "the page needs something from elsewhere"
grep -q "^candidate,skill: 'class' for Ann Able (band 7),skill,,proven,rank_by_cover,1$" "$work/a.csv" ||
  fail "the CSV has no ranks: $(grep rank_by "$work/a.csv")"
grep -q "^candidate,skill: 'class' for Ann Able (band 7),skill,,proven,proven_saving,400$" "$work/a.csv" ||
  fail "the CSV has no candidates: $(grep ^candidate "$work/a.csv")"

# Where the need is hard, without either there is no lawful week.
make_service "$work/hard" 2 2
sed -i 's/need: 2}/need: 2, hard: yes}/' "$work/hard/service.yaml"
expect 0 "$rota" advise "$work/hard" -m 2027-02 -n 0
expect_out "2 people's absences for a week, each alone, lose cover"
expect_out "-  Ann Able (band 7), in the week of Mon 1 Feb: no lawful rota of that week"
expect 0 "$rota" advise "$work/hard" -m 2027-02 -n 0 --csv -
expect_out "absence,ann,,in the week of Mon 1 Feb,unlawful,lost,"

# A month without a lawful rota: why, and no advice.
make_service "$work/clash" 1 2
sed -i 's/need: 2}/need: 2, hard: yes}/' "$work/clash/service.yaml"
expect 1 "$rota" advise "$work/clash" -m 2027-02
expect_out "no lawful rota"

# Options.
expect 2 "$rota" advise "$work/class"
expect_err "advise: which month?"
expect 2 "$rota" advise "$work/class" -m 2027-02 --json --csv -
expect_err "only one of --json, --csv - and --html -"
expect 0 "$rota" advise "$work/class" -m 2027-02 --no-fragility
grep -q "spared" "$work/out" && fail "absences are shown that were not asked for"

finish
