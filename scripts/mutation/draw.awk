# Puts the changes of candidates.awk in an order that is drawn from `seed`: a sort of
# change at random (comparison, logic, sum, rounding, constant), a kind of it, and a
# change of that kind, so that the rare are not lost among the many. No line is
# changed twice. The generator is Park and Miller's, the same in every awk.
BEGIN {
  FS = "\t"
  state = seed % 2147483646 + 1
  for (i = 0; i < 10; i++)
    below(2)
}

function below(n) {
  state = state * 16807 % 2147483647
  return int(state / 2147483647 * n)
}

# Takes one of the texts in list[1..n], joined by newlines, and says which.
function one_of(list,    parts, n) {
  n = split(list, parts, "\n")
  return parts[1 + below(n)]
}

{
  sort_of = substr($2, 1, index($2, ":") - 1)
  if (!(sort_of in kinds))
    sorts = sorts (sorts == "" ? "" : "\n") sort_of
  if (!($2 in left))
    kinds[sort_of] = kinds[sort_of] (kinds[sort_of] == "" ? "" : "\n") $2
  change[$2, ++left[$2]] = $0
}

END {
  while (found < NR && misses < 10000) {
    kind = one_of(kinds[one_of(sorts)])
    if (left[kind] == 0) {
      misses++
      continue
    }
    i = 1 + below(left[kind])
    line = change[kind, i]
    change[kind, i] = change[kind, left[kind]--]
    found++
    split(line, part, "\t")
    if (!((part[1], part[3], part[4]) in used))
      print line
    used[part[1], part[3], part[4]] = 1
  }
}
