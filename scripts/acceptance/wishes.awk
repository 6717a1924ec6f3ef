# Of a month's programme (free MPS) another one: as few as possible of the placements that go
# against the strongest wishes, with as many minutes planned at least, and cover short at no more
# than the price given. For scripts/prove-acceptance.
#   awk -v counted=sessions|throughout -v minutes=N -v short=N -v rules="cover event" \
#     -f wishes.awk ALL.csv WISHED.csv ROTA.csv ALL.mps
# ALL.csv has the placements of the programme, WISHED.csv those left where the wishes are hard, so
# that what it lacks goes against one. Throughout, a session of which nothing is left is a wish to be
# off, and all else of a person is one wish: fewer than were made, which can only raise the bound.
BEGIN {
  FS = ","
  n_rules = split(rules, rule, " ")
}
FNR == 1 { file++ }
file == 1 && FNR > 1 { column[FNR] = $1; place[FNR] = $2 "," $3 "," $4 "," $5 "," $6; n = FNR; next }
file == 2 && FNR > 1 { left[$2 "," $3 "," $4 "," $5 "," $6]; at_work[$2 "," $3 "," $4]; next }
# date,session,from,to: the minutes of a session
file == 3 && FNR > 1 { split($3 ":" $4, t, ":"); long[$2] = 60 * (t[3] - t[1]) + t[4] - t[2]; next }
file < 4 { next }
FNR == 1 {
  FS = " "
  $0 = $0
  for (i = 2; i <= n; i++) {
    split(place[i], at, ",")
    # A session that the rota does not use may be as long as it likes: the bound only lies higher.
    length_of[column[i]] = at[2] in long ? long[at[2]] : 1440
    if (place[i] in left)
      continue
    slot = at[1] "," at[2] "," at[3]
    wish[column[i]] = slot in at_work ? at[3] : slot
    if (!(wish[column[i]] in number))
      number[wish[column[i]]] = ++n_wishes
  }
}
/^[A-Z*]/ {
  if ($1 == "COLUMNS") {
    print " G minutes\n L short"
    if (counted == "throughout")
      for (c in wish) print " L kept_" c
  }
  if ($1 == "RHS" && counted == "throughout") {
    for (w in number) {
      print " w" number[w] " R0000000 1"
      for (c in wish) if (wish[c] == w) print " w" number[w] " kept_" c " -1"
    }
  }
  print
  if ($1 == "RHS") print " RHS1 minutes " minutes " short " short
  if ($1 == "BOUNDS" && counted == "throughout") for (w in number) print " BV BND1 w" number[w]
  section = $1
  next
}
section == "COLUMNS" && $2 != "'MARKER'" {
  label = $1
  key = $1
  sub(/_.*/, "", key)
  sub(/^[^_]*_?/, "", label)
  out = ""
  if ($1 != last) {
    last = $1
    out = " R0000000 " (key in wish && counted == "sessions" ? 1 : 0)
    if (key in length_of) out = out " minutes " length_of[key]
    if (key in wish && counted == "throughout") out = out " kept_" key " 1"
  }
  is_short = 0
  if (!(key in length_of))
    for (r = 1; r <= n_rules; r++)
      if (index(label ".", rule[r] ".") == 1) is_short = 1
  for (i = 2; i < NF; i += 2) {
    if ($i != "R0000000") out = out " " $i " " $(i + 1)
    else if (is_short) out = out " short " $(i + 1)
  }
  if (out != "") print " " $1 out
  next
}
{ print }
