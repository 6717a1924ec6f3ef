# shellcheck shell=bash disable=SC2034,SC2154
# One run of each solver on one model, for scripts/bench. Each `run_NAME` is
# called in a folder of its own with the service, the model and its placements,
# and the seconds and threads it may use; it leaves `rota` (a path to a rota, if
# there is one), `bound` (proven, empty if none) and `first` (seconds to the
# first rota, empty if the solver does not say) behind, and the files `time` and
# `log` in the folder.

# timed SECONDS COMMAND...: wall seconds, CPU seconds (children's too) and peak KiB to the
# file time, words to log. What overshoots its limit by a tenth and ten seconds is ended: late is yes.
timed() {
  local most=$(($1 + $1 / 10 + 10))
  shift
  late=no
  command time -q -f '%e %U %S %M' -o ./used timeout --kill-after=5 "$most" "$@" >log 2>&1 </dev/null ||
    case $? in 124 | 137) late=yes ;; esac
  awk '{ print $1, $2 + $3, $4 }' ./used >./time
}

# read_answer SOLVER: the answer becomes rota.csv.
read_answer() {
  rota=
  [ -s answer ] || return 0
  awk -v solver="$1" -f "$here/benchmark/answer.awk" FS=, "$placements" FS=' ' answer >rota.csv &&
    rota=$PWD/rota.csv
  return 0
}

# The costs are whole numbers, so a bound may be rounded up.
whole_bound() {
  awk '$1 ~ /^-?[0-9]/ && $1 < 1e15 && $1 > -1e15 {
         up = int($1); print up < $1 - 1e-6 ? up + 1 : up }'
}

member() { # FILE NAME: a number in a rota.json
  sed -n "s/^ *\"$2\": \\(-\\{0,1\\}[0-9.]*\\),\\{0,1\\}\$/\\1/p" "$1" | head -n 1
}

run_rota() { # SECONDS THREADS SEED
  rm -f "$service"/*/rota.*
  timed "$1" "$program" build "$service" --month "$month" --time "$1" --threads "$2" --seed "$3" --engine "$engine" --quiet
  rota='' bound='' first=''
  [ -s "$service/$month/rota.json" ] || return 0
  cp "$service/$month/rota.json" .
  rota=$PWD/rota.json
  bound=$(member rota.json bound)
  first=$(awk -v first="$(member rota.json first_rota_seconds)" -v solving="$(member rota.json seconds)" \
    '{ printf "%.1f", first + $1 - solving }' time)
}

run_glpsol() { # SECONDS
  first=
  timed "$1" glpsol --freemps "$model" --tmlim "$1" -w answer
  read_answer glpsol
  bound=$(sed -n 's/.*mip = .*>= *\(-\{0,1\}[0-9.e+]*\) .*/\1/p' log | tail -n 1 | whole_bound)
  grep -q 'INTEGER OPTIMAL SOLUTION FOUND' log && bound=optimal
  return 0
}

run_cbc() { # SECONDS THREADS
  first=
  timed "$1" cbc "$model" -threads "$2" -seconds "$1" -timeMode elapsed -solve -solution answer
  read_answer cbc
  bound=$(sed -n 's/^Lower bound: *//p' log | tail -n 1 | whole_bound)
  grep -q 'Result - Optimal solution found' log && bound=optimal
  return 0
}

run_highs() { # SECONDS THREADS
  first=
  if [ "$highs_kind" = binary ]; then
    printf '%s\n' "threads = $2" "mip_rel_gap = 0" >options
    timed "$1" highs --options_file options --time_limit "$1" --solution_file answer "$model"
  else
    timed "$1" node "$here/benchmark/highs.js" "$highs_package" "$model" "$1" answer
  fi
  read_answer highs
  bound=$(sed -n 's/^ *Dual bound *//p' log | tail -n 1 | whole_bound)
}

# Which of glpsol, cbc and highs can run here? A word for each that can't.
find_solvers() {
  found=(rota)
  local name
  for name in glpsol cbc; do
    if command -v "$name" >/dev/null; then found+=("$name"); else say "no $name: left out"; fi
  done
  highs_package=$root/build/bench/npm/node_modules/highs highs_kind=npm
  if command -v highs >/dev/null; then
    found+=(highs)
    highs_kind=binary
  elif ! command -v npm >/dev/null || ! command -v node >/dev/null; then
    say "no HiGHS on the path, and no npm and node to install it with: left out"
  elif [ -d "$highs_package" ] ||
    npm install --silent --prefix "$root/build/bench/npm" highs >/dev/null 2>&1; then
    found+=(highs)
  else
    say "npm could not install highs: left out"
  fi
}

solver_versions() {
  local name
  for name in "${solvers[@]}"; do
    case $name in
      rota) "$program" --version ;;
      glpsol) glpsol --version | sed -n '1s/.*GLPK LP.MIP Solver,* */GLPK /p' ;;
      cbc) echo "CBC $(cbc -quit | sed -n 's/^Version: *\([^ ]*\).*/\1/p'), $threads threads" ;;
      highs)
        if [ "$highs_kind" = binary ]; then
          echo "$(highs --version | head -n 1), $threads threads"
        else
          echo "HiGHS $(sed -n 's/ *"version": "\(.*\)",*/\1/p' "$highs_package/package.json"), WebAssembly, 1 thread"
        fi
        ;;
    esac
  done | paste -s -d ';' | sed 's/;/; /g'
}
