#!/usr/bin/env bash
# docs/a-month-in-the-life.md: its commands, run in order on a copy of the example, print what the
# page says, to the letter. With a second argument the page as it should be is written there.
set -uo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/expect.sh"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
page=$root/docs/a-month-in-the-life.md
rota=$(realpath "$rota")
rota() { "$rota" "$@"; }
mkdir "$work/examples"
cp -r "$root/examples/small" "$work/examples/small"
cd "$work/examples" || exit 1
rm -rf small/history small/2027-01/rota.* # of whoever tried the example

# What is between a command and the next in its block is what it prints; the day on which the
# test runs is the page's 14 December.
block=no
while IFS= read -r line; do
  case $block$line in
  'no```') block=yes && echo "$line" ;;
  'yes```') block=no && echo "$line" ;;
  'yes$ '*)
    echo "$line"
    eval "${line#??}" 2>"$work/err" </dev/null | sed "s/$(date +%F)/2026-12-14/g; s/ *\$//"
    status=${PIPESTATUS[0]}
    [[ $status == 0 ]] || echo "(exit status $status)"
    ;;
  yes*) ;;
  *) echo "$line" ;;
  esac
done <"$page" >"$work/page.md"

[[ $(grep -c '^\$ rota' "$work/page.md") -ge 20 ]] || fail "the page has hardly a command"
diff "$page" "$work/page.md" || fail "the page does not say what its commands print (<: the page)"
[[ -z ${2:-} ]] || cp "$work/page.md" "$2"
finish
