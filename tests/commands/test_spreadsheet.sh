#!/usr/bin/env bash
# docs/from-your-spreadsheet.md: its first section is a service, each other section goes with
# it, and all of them go together. Of each, rota check says that all is in order.
set -uo pipefail
source "$(dirname "$0")/expect.sh"
page=docs/from-your-spreadsheet.md

# The boxes of the page as files, PIECES/SECTION/BOX/PATH, both numbered in order.
awk -v to="$work/pieces" '
  /^## / { section++ }
  /^```$/ { open = ""; next }
  /^```/ {
    file = sprintf("%s/%02d/%02d/%s", to, section, ++box, $2)
    folder = file; sub(/\/[^\/]*$/, "", folder)
    if (system("mkdir -p " folder) != 0) exit 1
    open = file
    next
  }
  open { print > open }
' "$page"

# The boxes of one YAML file as one: what stands under one key goes together.
join_yaml() {
  awk '
    /^[^ ]+:/ {
      key = $1
      if (!(key in body)) { keys[++n] = key; body[key] = "" }
      if (NF == 1) next
    }
    { body[key] = body[key] $0 "\n" }
    END { for (i = 1; i <= n; i++) printf "%s%s", body[keys[i]] ~ /^ / ? keys[i] "\n" : "", body[keys[i]] }
  ' "$@"
}

# merge FOLDER SECTION...: the boxes of the sections as a service.
merge() {
  local folder=$1 boxes=() parts box path
  shift
  for section; do boxes+=("$work/pieces/$section"/*); done
  while read -r path; do
    parts=()
    for box in "${boxes[@]}"; do [[ ! -f $box/$path ]] || parts+=("$box/$path"); done
    mkdir -p "$folder/$(dirname "$path")"
    case $path in
      *.csv) awk 'FNR > 1 || NR == 1' "${parts[@]}" ;;
      *) join_yaml "${parts[@]}" ;;
    esac >"$folder/$path"
  done < <(for box in "${boxes[@]}"; do (cd "$box" && find . -type f); done | sort -u)
  mkdir -p "$folder/2027-01"
}

in_order() {
  expect 0 "$rota" check "$1"
  grep -q "all in order" "$work/out" || fail "$2: not all in order: $(cat "$work/err")"
  expect_no_err
}

sections=$(ls "$work/pieces")
[[ $(wc -w <<<"$sections") -ge 17 ]] || fail "the sections of the page are not found: $sections"
merge "$work/frame" 01
in_order "$work/frame" "the frame"
for section in $sections; do
  [[ $section == 01 ]] && continue
  merge "$work/$section" 01 "$section"
  diff -rq "$work/frame" "$work/$section" >/dev/null && fail "section $section adds nothing"
  in_order "$work/$section" "section $section"
done
# shellcheck disable=SC2086
merge "$work/whole" $sections
in_order "$work/whole" "the whole page"

# Every box is of a file that rota reads: what is not would be a warning.
[[ $(cd "$work/pieces" && find . -type f | wc -l) == $(grep -c '^```[a-z]' "$page") ]] || fail "a box is lost"
finish
