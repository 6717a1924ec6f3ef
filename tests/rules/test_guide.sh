#!/usr/bin/env bash
# The rule that docs/adding-a-rule.md writes out in full still fits the contract.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk '/^```c$/ { inside = 1; next } /^```$/ { inside = 0 } inside' docs/adding-a-rule.md \
  > "$work/rule_day_limit.c"
grep -q '^const struct rule rule_day_limit' "$work/rule_day_limit.c"
# shellcheck disable=SC2046
cc -std=c11 -D_POSIX_C_SOURCE=200809L -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror \
  -fsyntax-only -I. $(pkg-config --cflags glib-2.0) "$work/rule_day_limit.c"
