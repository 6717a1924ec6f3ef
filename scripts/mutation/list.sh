# The list of changes, and the lines they are made in; for scripts/mutate.
# shellcheck shell=bash disable=SC2154

titles=() files=() nths=() olds=() news=() reasons=()

read_list() {
  local line title="" i=-1
  titles=() files=() nths=() olds=() news=() reasons=()
  while IFS= read -r line; do
    case $line in
      '# '*) title=${line#'# '} ;;
      '- '*) olds[i]+=${olds[i]:+$'\n'}${line#'- '} ;;
      '+ '*) news[i]+=${news[i]:+$'\n'}${line#'+ '} ;;
      'equivalent: '*) reasons[i]=${line#'equivalent: '} ;;
      '  '*) reasons[i]+=" ${line#'  '}" ;;
      '') title="" ;;
      *)
        i=$((i + 1))
        files[i]=${line%% *} nths[i]=${line#* } titles[i]=$title olds[i]="" news[i]="" reasons[i]=""
        ;;
    esac
  done <"$1"
}

# The numbers of the lines that entry $1 changes, in the tree at $2; nothing if one of
# them is not there.
place_of() {
  [ -f "$2/${files[$1]}" ] || return 0
  OLDS=${olds[$1]} NTHS=${nths[$1]} awk '
    BEGIN {
      n = split(ENVIRON["OLDS"], old, "\n")
      split(ENVIRON["NTHS"], nth, " ")
    }
    {
      text = $0
      sub(/^[ \t]+/, "", text)
      for (i = 1; i <= n; i++)
        if (text == old[i] && ++seen[i] == nth[i] + 0)
          at[i] = FNR
    }
    END {
      for (i = 1; i <= n && (i in at); i++)
        places = places (i > 1 ? " " : "") at[i]
      if (i > n)
        print places
    }' "$2/${files[$1]}"
}

# Makes the change of entry $1 in the tree at $2, each line as far in as it was.
change_lines() {
  local file=$2/${files[$1]}
  PLACES=$(place_of "$1" "$2") NEWS=${news[$1]} awk '
    BEGIN {
      n = split(ENVIRON["PLACES"], at, " ")
      split(ENVIRON["NEWS"], text, "\n")
      for (i = 1; i <= n; i++)
        put[at[i]] = text[i]
    }
    FNR in put { match($0, /^[ \t]*/); print substr($0, 1, RLENGTH) put[FNR]; next }
    { print }' "$file" >"$file.changed"
  mv "$file.changed" "$file"
}
