# The tables of scripts/bench, in Markdown, from its results.csv.
#   awk -F, -v order="S M L XL" -f tables.awk results.csv
# Figures of several seeds are their medians.
FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }

function cell(name) { return $(at[name]) }

{
  size = cell("size"); solver = cell("solver"); limit = cell("limit"); seed = cell("seed")
  if (!((size, seed) in has_seed)) {
    has_seed[size, seed] = ++n_seeds[size]
    add("columns", size, cell("columns")); add("rows", size, cell("rows"))
    add("nonzeros", size, cell("nonzeros"))
  }
  if (!((size, limit) in has_limit)) {
    has_limit[size, limit] = 1
    limits[size, ++n_limits[size]] = limit
  }
  if (!(solver in has_solver)) { has_solver[solver] = 1; if (solver != "rota") others[++n_others] = solver }
  seed_of[size, has_seed[size, seed]] = seed
  ran[size, seed, solver, limit] = ran[size, solver, limit] = 1
  best[size, seed, solver, limit] = cell("objective")
  bound[size, seed, solver, limit] = cell("bound")
  if (solver == "rota") {
    at_limit = size SUBSEP limit
    add("first", at_limit, cell("first")); add("peak", at_limit, cell("peak_mib"))
    add("best", at_limit, cell("objective")); add("bound", at_limit, cell("bound"))
    if (cell("objective") != "" && cell("bound") != "") {
      add("off", at_limit, cell("objective") - cell("bound"))
      add("gap", at_limit, gap(cell("objective"), cell("bound")))
      add("wishes", at_limit, cell("wishes"))
    }
  }
  raw[++n_raw] = sprintf("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |", size, seed, solver, limit,
    cell("seconds"), cell("cpu"), cell("peak_mib"), cell("objective"), cell("bound"),
    cell("objective") == "" || cell("bound") == "" ? "" : gap_text(gap(cell("objective"), cell("bound"))),
    cell("note"))
}

function gap(cost, proven) { return (cost - proven) / (cost < 0 ? -cost : cost > 0 ? cost : 1) }
function gap_text(share) { return sprintf("%.2f%%", 100 * share) }

# Figures by name and key, for medians. An empty one counts as none.
function add(name, key, value) { if (value != "") figures[name, key, ++count[name, key]] = value + 0 }

function median(name, key,    n, i, j, v, sorted) {
  n = count[name, key]
  if (!n)
    return ""
  for (i = 1; i <= n; i++) {
    v = figures[name, key, i]
    for (j = i; j > 1 && sorted[j - 1] > v; j--)
      sorted[j] = sorted[j - 1]
    sorted[j] = v
  }
  return n % 2 ? sorted[(n + 1) / 2] : (sorted[n / 2] + sorted[n / 2 + 1]) / 2
}

# ours / theirs for positive costs; under 1 ours is less, whatever the signs.
function ratio(ours, theirs) { return 1 + (ours - theirs) / (theirs < 0 ? -theirs : theirs > 0 ? theirs : 1) }

# The median over the seeds that both were run on; a solver without a figure counts as
# the worst there is.
function ratio_cell(what, size, limit, solver,    name, s, n, seed, mine, his, result) {
  name = "ratio " what " " solver
  n = n_seeds[size]
  for (s = 1; s <= n; s++) {
    seed = seed_of[size, s]
    if (!((size, seed, "rota", limit) in ran) || !((size, seed, solver, limit) in ran))
      continue
    mine = what == "cost" ? best[size, seed, "rota", limit] : bound[size, seed, "rota", limit]
    his = what == "cost" ? best[size, seed, solver, limit] : bound[size, seed, solver, limit]
    add(name, size SUBSEP limit, mine == "" ? (his == "" ? 1 : 1e9) : his == "" ? -1e9 : ratio(mine, his))
  }
  result = median(name, size SUBSEP limit)
  if (result == "")
    return ""
  if (result <= -1e8)
    return "none"
  return result >= 1e8 ? "only theirs" : sprintf("%.3f", result)
}

function sort_limits(size,    i, j, v) {
  for (i = 2; i <= n_limits[size]; i++) {
    v = limits[size, i]
    for (j = i; j > 1 && limits[size, j - 1] + 0 > v + 0; j--)
      limits[size, j] = limits[size, j - 1]
    limits[size, j] = v
  }
}

function rule(n,    line) { line = "|"; while (n-- > 0) line = line "---|"; print line }

function print_ratios(    k, i, o, size, limit, line) {
  print "### Ours beside theirs\n"
  print "Cost: ours / theirs, under 1 ours is the better rota. Bound: ours / theirs, over 1 ours is the"
  print "stronger proof. `none`: they have none; empty: not run. Medians over the seeds.\n"
  line = "| size | seconds |"
  for (o = 1; o <= n_others; o++) line = line " cost, " others[o] " |"
  for (o = 1; o <= n_others; o++) line = line " bound, " others[o] " |"
  print line
  rule(2 + 2 * n_others)
  for (k = 1; k <= n_sizes; k++)
    for (i = 1; i <= n_limits[size = sizes[k]]; i++) {
      line = "| " size " | " (limit = limits[size, i]) " |"
      for (o = 1; o <= n_others; o++) line = line " " ratio_cell("cost", size, limit, others[o]) " |"
      for (o = 1; o <= n_others; o++) line = line " " ratio_cell("bound", size, limit, others[o]) " |"
      print line
    }
}

function print_ours(    k, i, size, key) {
  print "\n### rota by itself\n"
  print "| size | seconds | first rota, s | cost | bound | cost - bound | gap | of wishes | peak, MiB |"
  rule(9)
  for (k = 1; k <= n_sizes; k++)
    for (i = 1; i <= n_limits[size = sizes[k]]; i++) {
      key = size SUBSEP limits[size, i]
      if (!((size, "rota", limits[size, i]) in ran))
        continue
      printf "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", size, limits[size, i], median("first", key),
        median("best", key), median("bound", key), median("off", key),
        median("gap", key) == "" ? "" : gap_text(median("gap", key)),
        median("wishes", key) == "" ? "" : median("wishes", key) "%", median("peak", key)
    }
}

function print_growth(    k, size, key) {
  print "\n### Growth\n"
  print "Of the longest limit of each size.\n"
  print "| size | columns | rows | nonzeros | first rota, s | gap | peak, MiB |"
  rule(7)
  for (k = 1; k <= n_sizes; k++) {
    key = (size = sizes[k]) SUBSEP limits[size, n_limits[size]]
    printf "| %s | %d | %d | %d | %s | %s | %s |\n", size, median("columns", size), median("rows", size),
      median("nonzeros", size), median("first", key),
      median("gap", key) == "" ? "" : gap_text(median("gap", key)), median("peak", key)
  }
}

END {
  n_sizes = split(order, sizes, " ")
  for (k = 1; k <= n_sizes; k++) sort_limits(sizes[k])
  if (n_others) print_ratios()
  if ("rota" in has_solver) { print_ours(); print_growth() }
  print "\n### Every run\n"
  print "| size | seed | solver | limit, s | used, s | CPU, s | peak, MiB | cost | bound | gap | |"
  rule(11)
  for (k = 1; k <= n_raw; k++) print raw[k]
}
