#!/usr/bin/env bash
# How acceptable a rota of the locality example is, counted here once more with awk, from a
# rota.csv and what the example's YAML says. The rota is drawn, lawful or not, so that each
# figure has something to count.
set -uo pipefail
source "$(dirname "$0")/expect.sh"
example=$work/locality
cp -r examples/locality "$example"
# Everywhere is near in it: with five minutes before the evening there are moves without time.
sed -i 's/eve: {from: "17:20"/eve: {from: "17:05"/' "$example/service.yaml"

# The facts, a line each: person, works, drives, joins, leaves, away, site of the person; task;
# block; named people of PCNs; minutes of the way.
facts() {
  awk '
    # The sessions of a pattern such as "mon-wed: [am, pm], sat: [am]" in one week of a turn.
    function pattern(text, turn, week, part, days, ends, blocks, n, i, b, d) {
      n = split(text, part, "]")
      for (i = 1; i < n; i++) {
        sub(/^[,{ ]+/, "", part[i])
        split(part[i], week, /: \[/)
        split(week[1], ends, "-")
        b = split(week[2], blocks, ", ")
        for (d = day[ends[1]]; d <= day[ends[2] ? ends[2] : ends[1]]; d++)
          for (days = 1; days <= b; days++) print "works", person, turn, d, blocks[days]
      }
    }
    BEGIN { split("mon tue wed thu fri sat sun", names, " "); for (i in names) day[names[i]] = i - 1 }
    /^[a-z0-9-]+:$/ { person = substr($1, 1, length($1) - 1); print "person", person }
    /^  works: \{cycle: 2027-01-04, weeks: / {
      sub(/^.*weeks: \[/, ""); n = split($0, weeks, /\}, \{/)
      for (w = 1; w <= n; w++) pattern(weeks[w], w - 1)
      next
    }
    /^  works: \{/ { sub(/^  works: \{/, ""); pattern($0, 0); pattern($0, 1) }
    /^  drives: no/ { print "walks", person }
    /^  (joins|leaves): 2027-01-/ { print substr($1, 1, length($1) - 1), person, substr($2, 9) + 0 }
    /^  sites: \[/ { gsub(/^  sites: \[|\].*$|,/, ""); print "sites", person, $0 }
  ' "$example/clinicians.yaml"
  awk -F, 'NR > 1 && $3 >= "2027-01-01" {
    from = substr($2, 1, 7) < "2027-01" ? 1 : substr($2, 9) + 0
    until = substr($3, 1, 7) > "2027-01" ? 31 : substr($3, 9) + 0
    for (d = from; d <= until; d++) print "away", $1, d, $5 == "" ? "all" : $5
  }' "$example/2027-01/leave.csv"
  awk '
    /^  (am|pm|eve): \{/ { gsub(/[":{},]/, " "); print "block", $1, $3 * 60 + $4, $6 * 60 + $7 }
    /^[a-z]/ { section = $1 }
    section == "pcns:" && /^  [a-z0-9-]+:$/ { pcn = substr($1, 1, length($1) - 1); print "pcn", pcn }
    section == "pcns:" && /fcp: / {
      sub(/^.*named: \[/, ""); split($0, part, /\], deputy: \[/)
      gsub(/,/, "", part[1]); gsub(/[,\]}]/, "", part[2])
      print "named", pcn, part[1]; print "deputy", pcn, part[2]
    }
  ' "$example/service.yaml"
  awk -F, 'NR > 1 { print "way", $1, $2, $3, $4 }' "$example/travel.csv"
}
facts >"$work/facts"
for kind in person works walks joins leaves sites away block pcn named deputy way; do
  grep -q "^$kind " "$work/facts" || fail "no '$kind' is read from the example"
done
[[ $(grep -c ^person "$work/facts") == 60 && $(grep -c ^sites "$work/facts") == 60 ]] ||
  fail "not everybody is read, or not their sites"

# In each session of a weekday and of the Saturday's event somebody works with a chance of 85%,
# half of it where the session is not theirs, at one of their sites.
awk '
  function draw(below) { seed = seed * 16807 % 2147483647; return int(seed % below) }
  BEGIN { seed = 20270101; split("am pm eve", blocks, " "); print "date,session,clinician,task,site" }
  $1 == "person" { people[++n] = $2 }
  $1 == "works" { works[$2, $3, $4, $5] = 1 }
  $1 == "sites" { sites[$2] = $0 }
  END {
    for (d = 2; d <= 31; d++)
      for (b = 1; b <= 3; b++) {
        weekday = (d + 3) % 7
        if (weekday == 6 || (weekday == 5 && (d != 16 || b == 3)) || (b == 3 && weekday != 1)) continue
        for (i = 1; i <= n; i++) {
          turn = int((d - 4 + 14) / 7) % 2
          if (draw(100) >= ((people[i], turn, weekday, blocks[b]) in works ? 85 : 40)) continue
          site = ""
          count = split(sites[people[i]], part, " ")
          site = part[3 + draw(count - 2)]
          task = site == "remote" ? (draw(3) ? "support" : "calls") : "clinic"
          printf "2027-01-%02d,%s,%s,%s,%s\n", d, blocks[b], people[i], task, site
        }
      }
  }' "$work/facts" >"$work/drawn.csv"

# The figures, counted from the two.
awk '
  FNR == NR && $1 == "person" { people[++n] = $2; joins[$2] = 1; leaves[$2] = 31 }
  FNR == NR && $1 == "works" { works[$2, $3, $4, $5] = 1 }
  FNR == NR && $1 == "walks" { walks[$2] = 1 }
  FNR == NR && $1 == "joins" { joins[$2] = $3 }
  FNR == NR && $1 == "leaves" { leaves[$2] = $3 }
  FNR == NR && $1 == "away" { away[$2, $3, $4] = 1 }
  FNR == NR && $1 == "block" { from[$2] = $3; to[$2] = $4 }
  FNR == NR && $1 == "pcn" { pcns[++m] = $2 }
  FNR == NR && $1 == "named" { for (i = 3; i <= NF; i++) named[$2, $i] = 1 }
  FNR == NR && $1 == "deputy" { for (i = 3; i <= NF; i++) deputy[$2, $i] = 1 }
  FNR == NR && $1 == "way" { car[$2, $3] = car[$3, $2] = $4; foot[$2, $3] = foot[$3, $2] = $5 }
  FNR == NR { next }
  FNR > 1 {
    split($0, row, ","); d = substr(row[1], 9) + 0
    site[row[3], d, row[2]] = row[5]; task[row[3], d, row[2]] = row[4]
    count[row[5]]++
    own[row[5]] += (row[5], row[3]) in named
    second[row[5]] += (row[5], row[3]) in deputy
    if (!met[row[5], row[3]]++) faces[row[5]]++
  }
  function present(who, d, b) {
    return ((who, int((d + 10) / 7) % 2, (d + 3) % 7, b) in works) && d >= joins[who] &&
           d <= leaves[who] && !((who, d, "all") in away) && !((who, d, b) in away)
  }
  function late(who, d, before, after,   a, b, way) {
    a = site[who, d, before]; b = site[who, d, after]
    if (a == "" || b == "" || a == b || a == "remote" || b == "remote") return 0
    way = who in walks ? ((a, b) in foot ? foot[a, b] : 90) : ((a, b) in car ? car[a, b] : 45)
    return way > from[after] - to[before]
  }
  function tell(of, id, figure, value) { print of "," id "," figure "," value }
  function percent(part, whole) { return sprintf("%.2f", int((20000 * part + whole) / (2 * whole)) / 100) }
  END {
    for (i = 1; i <= n; i++) {
      who = people[i]; days = holes = splits = moves = run = most = whole = halves = 0
      for (d = 1; d <= 31; d++) {
        am = site[who, d, "am"]; pm = site[who, d, "pm"]; eve = site[who, d, "eve"]
        any = am pm eve != ""
        days += any
        run = any ? run + 1 : 0; if (run > most) most = run
        holes += am != "" && pm == "" && eve != "" && present(who, d, "pm")
        a = am == "remote" ? "" : am; p = pm == "remote" ? "" : pm; e = eve == "remote" ? "" : eve
        splits += (a != "" && p != "" && a != p) || (a != "" && e != "" && a != e) || (p != "" && e != "" && p != e)
        moves += late(who, d, "am", "pm") + (late(who, d, "am", "eve") || late(who, d, "pm", "eve"))
        s = task[who, d, "am"] == "support"; t = task[who, d, "pm"] == "support"
        whole += s && t; halves += (s + t == 1) + (task[who, d, "eve"] == "support")
      }
      tell("clinician", who, "days", days); tell("clinician", who, "hole_days", holes)
      tell("clinician", who, "split_days", splits); tell("clinician", who, "moves_without_time", moves)
      tell("clinician", who, "days_in_a_row", most)
      tell("clinician", who, "support_days", whole); tell("clinician", who, "support_halves", halves)
      tell("clinician", who, "support_parts", 0)
      D += days; H += holes; S += splits; M += moves; W += whole; F += halves; if (most > R) R = most
    }
    for (i = 1; i <= m; i++) {
      p = pcns[i]; tell("pcn", p, "sessions", count[p]); tell("pcn", p, "people", faces[p])
      tell("pcn", p, "named_sessions", own[p]); tell("pcn", p, "deputy_sessions", second[p])
      tell("pcn", p, "named_percent", percent(own[p], count[p]))
      O += own[p]; C += count[p]; if (faces[p] > Q) Q = faces[p]
    }
    tell("service", "", "days", D); tell("service", "", "hole_days", H); tell("service", "", "split_days", S)
    tell("service", "", "moves_without_time", M); tell("service", "", "days_in_a_row", R)
    tell("service", "", "support_days", W); tell("service", "", "support_halves", F)
    tell("service", "", "support_parts", 0); tell("service", "", "split_days_percent", percent(S, D))
    tell("service", "", "most_people_at_a_pcn", Q); tell("service", "", "named_percent", percent(O, C))
  }' "$work/facts" "$work/drawn.csv" | sort >"$work/counted"
[[ $(wc -l <"$work/counted") == $((60 * 8 + 6 * 5 + 11)) ]] || fail "not every figure is counted"
for figure in days hole_days split_days moves_without_time days_in_a_row support_days support_halves; do
  grep -q "^service,,$figure,[1-9]" "$work/counted" || fail "the rota that is drawn has no $figure"
done

expect 0 "$rota" export "$example" "$work/drawn.csv" --figures "$work/figures.csv"
[[ $(head -1 "$work/figures.csv") == of,id,figure,value ]] || fail "header: $(head -1 "$work/figures.csv")"
grep -vxFf "$work/figures.csv" "$work/counted" | head -20 >"$work/missing"
[[ ! -s $work/missing ]] || fail "counted here, and not told so: $(cat "$work/missing")"

# rota.json has the same, and verify recounts it.
expect 0 "$rota" export "$example" "$work/drawn.csv" --json "$work/drawn.json"
hole_days=$(sed -n 's/^service,,hole_days,//p' "$work/counted")
sed '/"totals": {/,/}/s/"hole_days": [0-9]*/"hole_days": '$((hole_days + 1))'/' "$work/drawn.json" >"$work/false.json"
expect 1 "$rota" verify "$example" "$work/false.json"
expect_out "totals: hole_days: $((hole_days + 1)) is stated, but it is $hole_days"

# The report says it to people.
expect 1 "$rota" report "$example" "$work/drawn.csv" --show none
expect_out "HOW ACCEPTABLE IS IT?"
expect_out "person-days: $hole_days with a hole"
expect_out "of PCNs' sessions are done by those named for them"
expect_out "avoided all"
expect_within_80
finish
