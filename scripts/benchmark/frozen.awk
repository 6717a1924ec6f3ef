# The table of scripts/bench --mps, in Markdown, from the lines of progress.awk.
#
# The primal integral is the area under the way to a good rota: over the run's time, of
# |cost - best| / max(|cost|, |best|), 1 where there is no rota yet or the two differ in sign; best
# is the cheapest of all runs here. In seconds; 0 had the best at once. (Berthold 2013.)
BEGIN { FS = "," }
$1 == "run" {
  run = ++n
  key[run] = $2 SUBSEP $3 SUBSEP $4
  if (!(key[run] in known)) { known[key[run]] = 1; keys[++n_keys] = key[run] }
  limit[run] = $4; first[run] = $6; cost[run] = $7; bound[run] = $8; cpu[run] = $9
}
$1 == "at" {
  when[run, ++steps[run]] = $2; step[run, steps[run]] = $3
  if (best == "" || $3 + 0 < best) best = $3 + 0
}

function off(value,    large) {
  if (value * best < 0) return 1
  large = value < 0 ? -value : value
  if ((best < 0 ? -best : best) > large) large = best < 0 ? -best : best
  return large == 0 ? 0 : (value - best) / large
}

function integral(run,    k, sum, from, height) {
  height = 1
  for (k = 1; k <= steps[run]; k++) {
    sum += height * (when[run, k] - from); from = when[run, k]; height = off(step[run, k])
  }
  return sum + height * (limit[run] - from)
}

# Of figures[1..count], the middle one; those that are none are the worst.
function middle(figures, count,    i, j, v) {
  for (i = 2; i <= count; i++) {
    v = figures[i]
    for (j = i; j > 1 && (figures[j - 1] == "-" || (v != "-" && figures[j - 1] + 0 > v + 0)); j--)
      figures[j] = figures[j - 1]
    figures[j] = v
  }
  return figures[int((count + 1) / 2)]
}

END {
  print "| engine | threads | seconds | first rota, s | cost | bound | spread of costs | primal integral, s | CPU, s |"
  print "|---|---|---|---|---|---|---|---|---|"
  for (k = 1; k <= n_keys; k++) {
    count = 0
    for (r = 1; r <= n; r++)
      if (key[r] == keys[k]) {
        f[++count] = first[r]; c[count] = cost[r]; b[count] = bound[r]
        i[count] = integral(r); u[count] = cpu[r]
      }
    split(keys[k], part, SUBSEP)
    cheap = middle(c, count)
    printf "| %s | %s | %s | %s | %s | %s | %s | %.2f | %.0f |\n", part[1], part[2], part[3], middle(f, count), cheap,
      middle(b, count), c[count] == "-" ? "-" : c[count] - c[1], middle(i, count), middle(u, count)
  }
}
