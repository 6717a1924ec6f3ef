#!/usr/bin/env bash
# The form for preferences in a browser: what it makes, `rota check` takes, and what check
# refuses, it does not make; under the criteria of the example and under stricter ones. 100
# sets of wishes at random, and over 100 files by kind of slip. $1 is the program.
set -euo pipefail
rota=$(realpath "$1")
command -v node >/dev/null && command -v chromium >/dev/null ||
  { echo "there is no Chromium, or no node to drive it"; exit 77; }
[ -d tests/browser/node_modules ] || { echo "scripts/setup did not fetch its drivers"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Somebody who has left, and somebody whom the two never meet; a hub that is closed for a morning.
add_people() {
  cat >>"$work/service/clinicians.yaml" <<'YAML'
gone: {name: Gone Gray, band: 6, wte: 1.0, works: {mon-fri: [am, pm]}, base: hove, skills: {msk: yes}, leaves: 2026-12-18}
rita: {name: Rita Reyes, band: 6, wte: 0.2, works: {mon: [am, pm]}, base: remote, skills: {msk: yes}, sites: [remote]}
YAML
  sed -i '/^closures:/a\  - {site: hove, from: 2027-01-18, to: 2027-01-18, sessions: am, reason: water, owed: no}' \
    "$work/service/2027-01/month.yaml"
}

# $1: the criteria besides those of the example; $2: sed of what is changed there
make_forms() {
  rm -rf "$work/service" "$work/forms" "$work/all"
  cp -r examples/small "$work/service"
  rm -f "$work"/service/2027-01/preferences/*
  add_people
  sed -i "$2; /^criteria:/a\\$1" "$work/service/service.yaml"
  "$rota" check "$work/service" >/dev/null
  "$rota" form "$work/service" --month 2027-01 --out "$work/all" --force >/dev/null
  mkdir "$work/forms"
  cp "$work/all/maya.html" "$work/all/callum.html" "$work/forms"
}

# $1: seed; $2 and $3: as $1 and $2 above
try_criteria() {
  make_forms "$2" "$3"
  node tests/browser/form.js "$rota" "$work/service" 2027-01 "$work/forms" "$1" "${FORM_SETS:-17}"
}
try_criteria 1 "" ""
try_criteria 2 "  off: [{sessions: mon, most: 1}, {sessions: [tue pm, thu], most: 2}]" \
  "s/session_requests: .*/session_requests: {most: 12}/"
try_criteria 3 "  points: {most: 20}" \
  "s/avoid: {sites: 2, tasks: 1}/avoid: {sites: 3, tasks: 2}/; s/not_avoidable: .*/not_avoidable: [duty, fcp, clinic]/; s/{most: 4}/{most: 100}/"

try_impossible() {
  node tests/browser/impossible.js "$rota" "$work/service" 2027-01 "$work/forms" "$1"
}
make_forms "  off: [{sessions: mon, most: 1}]" ""
try_impossible 100
make_forms "" "/session_requests:/d; /avoid: {sites/d; /not_avoidable:/d"
try_impossible 4
