#!/usr/bin/env bash
# The catalogue: every rule in every form.
set -uo pipefail
source "$(dirname "$0")/expect.sh"

names=$(ls model/rules/rule_*.c | sed 's|.*/rule_||; s|\.c$||')
expect 0 "$rota" rules
expect_within_80
for name in $names; do
  grep -qx "$name" "$work/out" || fail "'rota rules' leaves out '$name'"
done
expect 0 "$rota" rules --markdown
for name in $names; do
  grep -qx "## $name" "$work/out" || fail "'rota rules --markdown' leaves out '$name'"
done
expect 0 "$rota" rules --json
for name in $names; do
  grep -q "\"name\": \"$name\"" "$work/out" || fail "'rota rules --json' leaves out '$name'"
  expect 0 "$rota" rules "$name"
  [[ $(head -1 "$work/out") == "$name" ]] || fail "'rota rules $name' begins with $(head -1 "$work/out")"
  expect 0 "$rota" rules --json
done
# What a service does not write: all but the three that the tiny one does.
expect 0 "$rota" rules --unused tests/commands/tiny
for name in $names; do
  case $name in
    ratio | count_limit | preferences)
      ! grep -qx "$name" "$work/out" || fail "'rota rules --unused' names '$name', which is used" ;;
    *) grep -qx "$name" "$work/out" || fail "'rota rules --unused' leaves out '$name'" ;;
  esac
done
expect 2 "$rota" rules --unused
expect_err "--unused of which service?"
expect 2 "$rota" rules covr
expect_err "unknown rule 'covr'; did you mean 'cover'?"
expect 2 "$rota" rules --json --markdown
expect_err "exclude each other"
finish
