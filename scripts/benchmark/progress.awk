# One run of solve-mps, from its progress:
#   engine,threads,limit,seed,first rota,cost,bound,CPU seconds
# and then, as a line each, "at,SECONDS,COST" of each better rota, for the primal integral.
#   awk -v engine=cbc -v threads=2 -v limit=60 -v seed=1 -f progress.awk LOG
$(NF - 1) == "bound" && $(NF - 3) == "rota" {
  cost = $(NF - 2); bound = $NF; cpu = $(NF - 5)
  seconds = $(NF - 7)
  if (cost != "-" && cost != shown) {
    steps[++n] = "at," seconds "," cost
    shown = cost
  }
}
/^first rota after/ { first = $4 }
END {
  print "run," engine "," threads "," limit "," seed "," first "," cost "," bound "," cpu
  for (k = 1; k <= n; k++) print steps[k]
}
