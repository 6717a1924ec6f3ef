#!/usr/bin/env bash
# The form for preferences in a browser: what it makes, `rota check` takes, and what check
# refuses, it does not make; under the criteria of the example and under stricter ones. 100
# sets of wishes in all. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
command -v node >/dev/null && command -v chromium >/dev/null ||
  { echo "there is no Chromium, or no node to drive it"; exit 77; }
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch its drivers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# $1: seed; $2: the criteria besides those of the example; $3: sed of what is changed there
try_criteria() {
  rm -rf "$work/service" "$work/forms"
  cp -r examples/small "$work/service"
  rm -f "$work"/service/2027-01/preferences/*
  sed -i "$3; /^criteria:/a\\$2" "$work/service/service.yaml"
  "$rota" check "$work/service" >/dev/null
  "$rota" form "$work/service" --month 2027-01 --out "$work/all" --force >/dev/null
  mkdir "$work/forms"
  cp "$work/all/maya.html" "$work/all/callum.html" "$work/forms"
  node tests/browser/form.js "$rota" "$work/service" 2027-01 "$work/forms" "$1" "${FORM_SETS:-17}"
}
try_criteria 1 "" ""
try_criteria 2 "  off: [{sessions: mon, most: 1}, {sessions: [tue pm, thu], most: 2}]" \
  "s/session_requests: .*/session_requests: {most: 12}/"
try_criteria 3 "  points: {most: 20}" \
  "s/avoid: {sites: 2, tasks: 1}/avoid: {sites: 3, tasks: 2}/; s/not_avoidable: .*/not_avoidable: [duty, fcp, clinic]/; s/{most: 4}/{most: 100}/"
