# Draws the list again; for scripts/mutate.
# shellcheck shell=bash disable=SC2154

# Of a hundred changes that are drawn, so many are of each of the folders.
shares=(30 15 12 25 18)
drawn_mark="# --- drawn by scripts/mutate --draw"

sources_of() {
  git ls-files --cached --others --exclude-standard '*.c' '*.h' | sort | while IFS= read -r file; do
    [ "$(folder_of "$file")" != "$1" ] || echo "$file"
  done
}

# Writes $2 changes of the folder $1, drawn from the seed $3, that compile and that the
# compiler itself does not see through.
draw_folder() {
  local dir=$work/copy-1 n=0 file kind nth old new object
  mapfile -t sources < <(sources_of "$1")
  awk -f scripts/mutation/candidates.awk "${sources[@]}" |
    awk -v seed="$3" -f scripts/mutation/draw.awk >"$dir/candidates"
  while [ "$n" -lt "$2" ] && IFS=$'\t' read -r file kind nth old new; do
    files[0]=$file nths[0]=$nth olds[0]=$old news[0]=$new
    object=$(object_of "$dir" plain "$file")
    [ ! -f "$object" ] || cp "$object" "$dir/object"
    change "$dir" 0
    if build "$dir" plain "$file" >"$dir/plain.log" 2>&1 &&
      { [ ! -f "$object" ] || ! cmp -s "$object" "$dir/object"; }; then
      n=$((n + 1))
      printf '%s\t%s\t%s\t%s\n' "$file" "$nth" "$old" "$new"
    fi
    change_back "$dir" 0
    build "$dir" plain "$file" >>"$dir/plain.log" 2>&1
  done <"$dir/candidates"
}

# The reasons of entries that are drawn again stay with them.
write_entries() {
  local file nth old new
  while IFS=$'\t' read -r file nth old new; do
    printf '\n%s %s\n- %s\n+ %s\n' "$file" "$nth" "$old" "$new"
    [ -z "${reason_of[$file|$nth|$new]:-}" ] ||
      echo "equivalent: ${reason_of[$file|$nth|$new]}" | fold -s -w 90 | sed '2,$s/^/  /; s/ *$//'
  done
}

# How many of those wanted are of folder $1: rounded so that they add up.
share_of() {
  local i before=0
  if [ -n "$folder" ]; then
    [ "$folder" = "${folders[$1]}" ] && echo "$wanted" || echo 0
    return
  fi
  for ((i = 0; i < $1; i++)); do
    before=$((before + shares[i]))
  done
  echo $((wanted * (before + shares[$1]) / 100 - wanted * before / 100))
}

draw_list() {
  local dir=$work/copy-1 i share
  declare -A reason_of=()
  [ ! -f "$list" ] || read_list "$list"
  for i in "${!files[@]}"; do
    reason_of["${files[i]}|${nths[i]}|${news[i]}"]=${reasons[i]}
  done
  copy_tree "$dir"
  make_copy "$dir" plain
  {
    [ -n "$into" ] || [ ! -f "$list" ] || awk -v mark="$drawn_mark" 'index($0, mark) == 1 { exit } { print }' "$list"
    echo "$drawn_mark $seed $wanted"
    for i in "${!folders[@]}"; do
      share=$(share_of "$i")
      [ "$share" -gt 0 ] || continue
      echo "$share of ${folders[i]}" >&2
      draw_folder "${folders[i]}" "$share" $((seed * 10 + i)) | sort | write_entries
    done
  } >"$dir/list"
  mv "$dir/list" "${into:-$list}"
}
