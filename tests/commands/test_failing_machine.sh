#!/usr/bin/env bash
# A machine that fails, in memory, threads or writing: exit status 4, one line that
# says so, and files that are whole: all of a command's, or none is changed.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

service=$work/service
cp -r "$tiny" "$service"
month=$service/2027-01
mkdir "$work/scenarios"
printf 'scenario: a room more\nchanges:\n  - set: {sites.crawley.rooms: 2}\n' >"$work/scenarios/1.yaml"

# fails TEXT COMMAND...: status 4, and TEXT is said.
fails() {
  expect 4 "${@:2}"
  expect_err "$1"
}
# Nothing is left behind of a file that was written halfway.
no_leftovers() {
  local left
  left=$(find "$work" -regex '.*\.\(csv\|json\|html\|yaml\|mps\)\.[A-Za-z0-9]*\(\.before\)?')
  [[ -z $left ]] || fail "left behind: $left"
}

# --- standard output: full, closed, or read by nobody
if [[ -w /dev/full ]]; then
  full() { "$rota" "$@" >/dev/full; }
  fails "can't write to standard output" full check "$service"
  fails "can't write to standard output" full build "$service" --month 2027-01 --json
  expect 0 "$rota" verify "$service" "$month/rota.json"
  fails "can't write to standard output" full rules
  fails "can't write to standard output" full export "$service" "$month/rota.json" --csv -
  fails "can't write to standard output" full whatif "$service" -m 2027-01 "$work/scenarios" --csv -
  fails "can't write to standard output" full build "$service" --help
  # a file of that name is a mistake: it is no plain file
  expect 2 "$rota" export "$service" "$month/rota.json" --csv /dev/full --force
  expect_err "'/dev/full' is not a plain file"
fi
closed() { "$rota" "$@" >&-; }
fails "can't write to standard output" closed check "$service"
expect 0 closed build "$service" --month 2027-01 --quiet
expect 0 "$rota" verify "$service" "$month/rota.json"
# nobody reads: the reader has closed its end before the program begins
unread() {
  { until [[ -e $work/closed ]]; do sleep 0.05; done; "$rota" "$@"; } | { exec <&-; touch "$work/closed"; }
  return "${PIPESTATUS[0]}"
}
fails "can't write to standard output" unread rules --markdown

# --- files: a limit on their size stands for a full disk
# up_to KB COMMAND...: no file may be longer
up_to() {
  (
    ulimit -f "$1"
    exec "${@:2}"
  )
}
sums() { (cd "$1" && sha256sum rota.json rota.csv); }
rm "$month"/rota.*
fails "can't write '$month/rota.json'" up_to 1 "$rota" build "$service" --month 2027-01 --quiet
[[ ! -e $month/rota.json && ! -e $month/rota.csv ]] || fail "half a rota is written"
expect 0 "$rota" build "$service" --month 2027-01 --quiet
before=$(sums "$month")
echo '# another line' >>"$service/clinicians.yaml" # another hash, and so another rota.json
fails "can't write '$month/rota.json'" up_to 1 "$rota" build "$service" --month 2027-01 --quiet
[[ $(sums "$month") == "$before" ]] || fail "a rota that could not be written has changed the old one"

# the CSV of a comparison fits, its page does not: neither is there
whatif() { up_to "$1" "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --deterministic -q "${@:2}"; }
expect 0 whatif unlimited --csv "$work/a.csv" --html "$work/a.html"
csv_size=$(stat -c %s "$work/a.csv") html_size=$(stat -c %s "$work/a.html")
((csv_size < html_size)) || fail "the page is no longer than the CSV"
fits=$((csv_size / 1024 + 1))
echo old >"$work/b.csv"
fails "can't write '$work/b.html'" whatif "$fits" --csv "$work/b.csv" --html "$work/b.html" --force
[[ $(cat "$work/b.csv") == old && ! -e $work/b.html ]] || fail "half a comparison is written"
fails "can't be written" up_to 1 "$rota" export "$service" -m 2027-01 --mps "$work/m.mps"
[[ ! -e $work/m.mps ]] || fail "half a file is written"

fails "can't write '$work/new/" up_to 1 "$rota" init "$work/new"
[[ -z $(find "$work/new" -type f) ]] || fail "half a service is written"

# --- places that nobody can write to, not even root
fails "can't write '/proc/a.csv'" "$rota" export "$service" "$month/rota.json" --csv /proc/a.csv
fails "can't write '/proc/m.jsonl'" "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --manifest /proc/m.jsonl
expect 2 "$rota" export "$service" "$month/rota.json" --csv "$work/nowhere/a.csv"
expect_err "no folder '$work/nowhere'"
expect 2 "$rota" export "$service" "$month/rota.json" --csv "$work/a.csv/b.csv"
expect_err "can't write '$work/a.csv/b.csv'"
fails "can't be written" env TMPDIR=/proc "$rota" export "$service" -m 2027-01 --lp -
ln -s /proc/nowhere "$service/2027-03"
expect 2 "$rota" build "$service" --month 2027-03 --quiet
expect_err "2027-03: can't read the folder"
rm "$service/2027-03"
expect 0 "$rota" build "$service" --month 2027-01 --quiet
ln -s /proc/nowhere "$service/history"
expect 2 "$rota" publish "$service" "$month/rota.json"
expect_err "history: can't read the folder"
rm "$service/history"
expect 0 "$rota" whatif "$service" -m 2027-01 "$work/scenarios" --time 5 --manifest "$work/m.jsonl"
touch "$work/m.jsonl.outcomes"
fails "can't make the folder '$work/m.jsonl.outcomes'" "$rota" whatif --manifest "$work/m.jsonl" --task 1
no_leftovers

# --- memory: at any size the program ends well or with 4, never with half a file
# within KB COMMAND...: with so much memory
within() {
  (
    ulimit -v "$1"
    exec "${@:2}"
  )
}
failed=0
if { (ulimit -v 1000000; "$rota" --version) >"$work/out"; } 2>/dev/null; then
  for ((size = 8000; size <= 64000; size += 4000)); do
    for command in build whatif; do
      rm -f "$month"/rota.*
      case $command in
      build) words=(build "$service" --month 2027-01 --time 5 --quiet) ;;
      whatif) words=(whatif "$service" -m 2027-01 "$work/scenarios" --time 5 --quiet) ;;
      esac
      status=0
      within $size "$rota" "${words[@]}" >"$work/out" 2>"$work/err" || status=$?
      # the loader's and GLib's own start are not ours yet
      grep -qE "error while loading shared libraries|^GLib \(gthread" "$work/err" && continue
      [[ $status == 0 || $status == 4 ]] || fail "'$command' within $size KB returns $status: $(cat "$work/err")"
      if [[ $status == 4 ]]; then
        failed=$((failed + 1))
        [[ -s $work/err ]] || fail "'$command' within $size KB says nothing"
        grep -v '^rota: ' "$work/err" && fail "'$command' within $size KB says other things"
        [[ ! -e $month/rota.json && ! -e $month/rota.csv ]] || fail "half a rota within $size KB"
      elif [[ $command == build ]]; then
        expect 0 "$rota" verify "$service" "$month/rota.json"
      fi
    done
  done
  ((failed > 0)) || fail "no size was too small"
  no_leftovers
else
  echo "memory can't be limited here (a sanitizer's shadow?): not tried"
fi

# --- threads: a user who may have no more of them
alone() {
  if [[ $(id -u) == 0 ]]; then
    setpriv --reuid 65534 --clear-groups bash -c 'ulimit -u 1; exec "$@"' - "$@"
  else
    bash -c 'ulimit -u 1; exec "$@"' - "$@"
  fi
}
chmod -R a+rX "$work"
rm -f "$month"/rota.*
if [[ $(id -u) != 0 ]] || command -v setpriv >/dev/null; then
  fails "thread" alone "$rota" build "$service" --month 2027-01 --quiet
  [[ ! -e $month/rota.json ]] || fail "a rota without a thread"
else
  echo "no setpriv: threads that can't be started are not tried"
fi
finish
