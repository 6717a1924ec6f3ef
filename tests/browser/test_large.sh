#!/usr/bin/env bash
# The month of 150 people opens in under a second. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
command -v node >/dev/null && command -v chromium >/dev/null ||
  { echo "there is no Chromium, or no node to drive it"; exit 77; }
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch its drivers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$rota" init "$work/large" --clinicians 150 --month 2027-01 >/dev/null
"$rota" build "$work/large" --month 2027-01 --deterministic --time 5 --quiet 2>/dev/null
"$rota" report "$work/large" --month 2027-01 --html "$work/large.html" >/dev/null 2>&1 || [ $? = 1 ]
node tests/browser/large.js "$work/large.html" 1000
