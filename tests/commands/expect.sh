# For the tests of the program: run it and hold it to its exit status and words.
# Usage: source expect.sh; expect STATUS rota ...; expect_out TEXT; expect_err TEXT
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
tiny=$(dirname "${BASH_SOURCE[0]}")/tiny

fail() {
  printf 'FAILED: %s\n' "$*"
  failures=$((failures + 1))
}

# expect STATUS COMMAND...: keeps what it prints in $work/out and $work/err.
expect() {
  local wanted=$1 status=0
  shift
  ran="$*"
  "$@" >"$work/out" 2>"$work/err" </dev/null || status=$?
  if [[ $status != "$wanted" ]]; then
    fail "'$ran' returned $status, not $wanted"
    sed 's/^/  | /' "$work/out" "$work/err" | head -40
  fi
}

# The last command printed that text, on standard output or standard error.
expect_out() { grep -qF -- "$1" "$work/out" || fail "'$ran' does not print '$1'; $(head -c 600 "$work/out")"; }
expect_err() { grep -qF -- "$1" "$work/err" || fail "'$ran' does not say '$1'; it says: $(head -c 600 "$work/err")"; }
expect_no_out() { [[ ! -s $work/out ]] || fail "'$ran' prints: $(head -c 600 "$work/out")"; }
expect_no_err() { [[ ! -s $work/err ]] || fail "'$ran' says: $(head -c 600 "$work/err")"; }
expect_within_80() {
  local long
  long=$(LC_ALL=C.UTF-8 awk 'length($0) > 80' "$work/out" | head -3)
  [[ -z $long ]] || fail "'$ran' prints lines of more than 80 columns: $long"
}

# cases_tried N: of so many cases that are drawn, how many are tried; see tests/support/cases.h
cases_tried() { echo $(($1 > ${ROTA_CASES_SHARE:-1} ? $1 / ${ROTA_CASES_SHARE:-1} : 1)); }

finish() {
  [[ $failures == 0 ]] || { echo "$failures failed"; exit 1; }
}
