#!/usr/bin/env bash
# The frame: help, version, unknown words, exit statuses.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

expect 0 "$rota" --help
expect_out "examples:"
expect_out "exit status:"
expect_no_err
expect_within_80
expect 0 "$rota" help
expect_out "examples:"
expect 0 "$rota" --version
grep -qE '^rota [0-9]+\.[0-9]+\.[0-9]+$' "$work/out" || fail "the version reads $(cat "$work/out")"

commands=$("$rota" --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
[[ $(wc -w <<<"$commands") -ge 6 ]] || fail "too few commands: $commands"
for command in $commands; do
  expect 0 "$rota" "$command" --help
  expect_out "examples:"
  expect_out "  rota $command"
  expect_no_err
  expect_within_80
  grep -q '^Exit status: 0 ' "$work/out" || fail "the help of '$command' does not say how it ends"
  # A paragraph is broken where it is full and nowhere else.
  awk '/^options:/ { on = 1 } on && before != "" && before !~ /[.:]$/ && $0 ~ /^[A-Za-z0-9]/ &&
    length(before) + 1 + length($1) <= 80 { print; bad = 1 } { before = $0 } END { exit bad }' \
    "$work/out" || fail "the help of '$command' breaks a line within a paragraph"
  cp "$work/out" "$work/help"
  expect 0 "$rota" help "$command"
  cmp -s "$work/out" "$work/help" || fail "'rota help $command' is not 'rota $command --help'"
  expect 2 "$rota" "$command" --no-such-option
  expect_err "nown option --no-such-option"
  expect_err "--help"
  expect 2 "$rota" "$command" one two three four
  expect_err "rota:"
done

expect 2 "$rota"
expect_err "which command?"
expect 2 "$rota" biuld
expect_err "unknown command 'biuld'; did you mean 'build'?"
expect 2 "$rota" entirely-different
expect_err "unknown command 'entirely-different'"
expect 2 "$rota" help nothing
expect_err "unknown command 'nothing'"
expect 2 "$rota" check
expect_err "an argument is missing"
expect 2 "$rota" build somewhere
expect_err "add --month"
expect 2 "$rota" build "$work" --month January
expect_err "'January' is not a month; write it as 2027-01"
expect 2 "$rota" build "$work" --month 2027-13
expect_err "is not a month"
expect 2 "$rota" build "$work" --month 2027-01 --time 0
expect_err "--time is 0"
expect 2 "$rota" build "$work" --month 2027-01 --threads -3
expect_err "--threads is -3"
expect 2 "$rota" build "$work" --month 2027-01 --time soon
expect_err "soon"
expect 2 "$rota" build "$work" --month 2027-01 --show everything
expect_err "unknown choice 'everything'"

# A full disk is an error, not a silence.
if [[ -w /dev/full ]]; then
  status=0
  "$rota" --help >/dev/full 2>"$work/err" || status=$?
  [[ $status == 4 ]] || fail "a full disk returns $status"
  grep -q "can't write" "$work/err" || fail "a full disk is not told of"
fi

# Colour only on a terminal.
"$rota" nothing 2>&1 | grep -q $'\033' && fail "colour in a pipe"
finish
