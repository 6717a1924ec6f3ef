# Turns another solver's answer into a rota, as CSV for `rota verify`:
#
#   rota export DIR --month M --mps model.mps
#   rota export DIR --month M --placements placements.csv
#   cbc model.mps -solve -solution answer
#   awk -v solver=cbc -f answer.awk FS=, placements.csv FS=' ' answer >rota.csv
#
# solver: glpsol (an answer of its -w), cbc (of its -solution) or highs (its
# solution file). Ends with status 3, and no rota, when the answer has none.
FNR == NR { stands_for[$1] = substr($0, index($0, ",") + 1); next }

solver == "glpsol" && $1 == "s" { has_rota = $5 == "o" || $5 == "f" }
solver == "glpsol" && $1 == "j" { take("x" $2, $3) }

solver == "cbc" && FNR == 1 { has_rota = !/no integer solution|[Ii]nfeasible/; next }
solver == "cbc" { sub(/^ *\*\*/, ""); take($2, $3) }

solver == "highs" && /^# / { part = $2 }
solver == "highs" && part == "Primal" && $1 == "Feasible" { has_rota = 1 }
solver == "highs" && part == "Columns" { take($1, $2) }

# The name of a column begins with x and its number, and goes on after "_".
function take(name, value) {
  sub(/_.*/, "", name)
  if (value > 0.5 && name in stands_for)
    rota = rota stands_for[name] "\n"
}

END {
  if (!has_rota)
    exit 3
  printf "date,session,clinician,task,site\n%s", rota
}
