# Scratch copies: built, changed, tested and changed back; for scripts/mutate.
# shellcheck shell=bash disable=SC2154

# copy_tree DIR: the working tree as it is, times of files and all, so that only
# what has changed since is built again.
copy_tree() {
  rm -rf "$1/src"
  mkdir -p "$1/src" "$1/tmp"
  git ls-files -z --cached --others --exclude-standard |
    while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done |
    tar --null -T - -cf - | tar -xf - -C "$1/src"
  # What an interrupted run had changed was built so.
  [ ! -f "$1/changed" ] || touch "$1/src/$(cat "$1/changed")" 2>/dev/null || true
  rm -f "$1/changed"
}

# configure DIR KIND: plain, or careful (with sanitizers).
configure() {
  local options=(-DBUILD_SHARED_LIBS=ON -DCMAKE_LINK_DEPENDS_NO_SHARED=ON -DCMAKE_BUILD_TYPE=Debug)
  options+=("-DCMAKE_C_FLAGS_DEBUG=-O1")
  [ "$2" = plain ] || options+=(-DROTA_SANITIZE=ON)
  ! command -v ninja >/dev/null || options+=(-G Ninja)
  ! command -v ccache >/dev/null || options+=(-DCMAKE_C_COMPILER_LAUNCHER=ccache)
  cmake -S "$1/src" -B "$1/$2" "${options[@]}"
}

# build DIR KIND [FILE]: all, or what a change of FILE needs: one library, unless
# FILE is a header.
build() {
  local target=()
  [[ ${3:-} != *.c ]] || target=(--target "rota_${3%%/*}")
  CCACHE_BASEDIR=$1 CCACHE_NOHASHDIR=1 cmake --build "$1/$2" --parallel "$cores" "${target[@]}"
}

# object_of DIR KIND FILE
object_of() { echo "$1/$2/CMakeFiles/rota_${3%%/*}.dir/$3.o"; }

# make_copy DIR KIND: copied, configured, built; all that is said goes to a log.
make_copy() {
  { configure "$1" "$2" && build "$1" "$2"; } >"$1/$2.log" 2>&1 || {
    tail -n 20 "$1/$2.log" >&2
    say "the scratch copy could not be built; all of it is in $1/$2.log"
    return 1
  }
}

# tests_of DIR KIND: name, folder to run in and command of each test: the quick ones
# and the guard on quality, without those of the scripts, which say nothing of the
# folders that are changed here. With sanitizers, those that run the program itself
# take minutes and add nothing to the rest.
tests_of() {
  local which=(-LE slow -E '^(scripts|cluster)/') areas i
  [ "$2" = plain ] || which=(-LE slow -E '^(scripts|cluster|commands)/')
  if [ "$own" = yes ]; then
    areas=$(for i in "${chosen[@]}"; do folder_of "${files[i]}"; done | sort -u | paste -sd'|')
    which=(-LE slow -R "^($areas)/")
  fi
  {
    ctest --test-dir "$1/$2" "${which[@]}" -N -V
    [ "$own" = yes ] || ctest --test-dir "$1/$2" -R '^acceptance/test_quality$' -N -V
  } | awk '
    sub(/^[0-9]+: Test command: /, "") { command = $0 }
    sub(/^[0-9]+: Working Directory: /, "") { folder = $0 }
    sub(/^ *Test +#[0-9]+: /, "") { print $0 "\t" folder "\t" command }'
}

# run_test DIR FOLDER COMMAND LIMIT: the status of the test; 124 and 137: it hung.
run_test() {
  (
    cd "$2" && export TMPDIR=$1/tmp
    # the sanitizers reserve more than any machine has; their own limit holds them
    [ "$kind" != plain ] || ulimit -v 8000000
    export ASAN_OPTIONS=hard_rss_limit_mb=4000
    eval "exec timeout -k 2 $4 $3" >"$1/test.log" 2>&1 </dev/null
  )
}

# time_tests DIR KIND: runs each test on the code as it is, and writes the quick ones,
# the fast first, with the seconds each may take, to DIR/KIND.tests.
time_tests() {
  local kind=$2 name folder command from status seconds
  tests_of "$1" "$2" >"$1/tests"
  : >"$1/timed"
  while IFS=$'\t' read -r name folder command; do
    from=${EPOCHREALTIME/./} status=0
    run_test "$1" "$folder" "$command" 600 || status=$?
    [ "$status" -ne 77 ] || continue
    if [ "$status" -ne 0 ]; then
      tail -n 20 "$1/test.log" >&2
      say "$name fails on the code as it is ($2)"
      return 1
    fi
    seconds=$(((${EPOCHREALTIME/./} - from) / 1000))
    printf '%d\t%d\t%s\t%s\t%s\n' "$seconds" $((15 + seconds / 125)) "$name" "$folder" "$command"
  done <"$1/tests" >"$1/timed"
  sort -n "$1/timed" | cut -f2- >"$1/$2.tests"
}

# first_failure DIR KIND AREA: the first test that fails, and whether it hung; those of
# AREA before the others. A test that fails must do so twice: some go by the clock.
first_failure() {
  local kind=$2 limit name folder command status
  awk -F '\t' -v area="$3/" -v own="$own" '
    index($2, area) == 1 { print; next }
    own == "no" { rest = rest $0 "\n" }
    END { printf "%s", rest }' "$1/$2.tests" >"$1/order"
  while IFS=$'\t' read -r limit name folder command; do
    status=0
    run_test "$1" "$folder" "$command" "$limit" || status=$?
    case $status in
      0 | 77) continue ;;
      124 | 137) echo "$name, which hung"; break ;;
    esac
    if ! run_test "$1" "$folder" "$command" "$limit"; then
      echo "$name"
      break
    fi
  done <"$1/order"
  rm -rf "$1/tmp"
  mkdir -p "$1/tmp"
}

# change DIR ENTRY; change_back DIR ENTRY
change() {
  local file=${files[$2]}
  echo "$file" >"$1/changed"
  cp "$1/src/$file" "$1/kept"
  change_lines "$2" "$1/src"
}
change_back() {
  cp "$1/kept" "$1/src/${files[$2]}"
}

# try DIR KIND ENTRY: builds what was changed, runs the tests and builds what was there
# before. Prints the test that failed, or nothing; status 1: it did not compile.
try() {
  local status=0
  change "$1" "$3"
  if build "$1" "$2" "${files[$3]}" >"$1/$2.log" 2>&1; then
    first_failure "$1" "$2" "$(folder_of "${files[$3]}")"
  else
    status=1
  fi
  change_back "$1" "$3"
  build "$1" "$2" "${files[$3]}" >>"$1/$2.log" 2>&1
  return "$status"
}
