# Reads what `nm -A --format=posix` says of the program's objects, and names what one
# file's symbols show and no include line does: arrows against the direction between
# folders, and circles of files that call each other, each with the symbols at fault.
#
#   nm -A --format=posix OBJECT... | awk -v arrows="solver>model ..." -f circles.awk
#
# The generated registry is excused: it names every rule, and rules use rule.c, which
# reads it. Ends with status 1 when there is something to name.
BEGIN {
  n = split(arrows, part, " ")
  for (i = 1; i <= n; i++)
    may[part[i]] = 1
}

{
  file = $1
  sub(/^.*\.dir\//, "", file)
  sub(/\.o:$/, "", file)
  if ($3 ~ /^[A-TV-Z]$/)
    home[$2] = file
  else if ($3 == "U")
    uses[file, $2] = 1
}

function folder_of(file) { return substr(file, 1, index(file, "/") - 1) }

# Marks every file that `at` leads to as reached from `start`.
function walk(start, at,    parts, n, i) {
  n = split(next_to[at], parts, " ")
  for (i = 1; i <= n; i++)
    if (!((start, parts[i]) in reached)) {
      reached[start, parts[i]] = 1
      walk(start, parts[i])
    }
}

function sort_names(list, n,    i, j, name) {
  for (i = 2; i <= n; i++) {
    name = list[i]
    for (j = i - 1; j >= 1 && list[j] > name; j--)
      list[j + 1] = list[j]
    list[j + 1] = name
  }
}

function name_circle(start,    i, j) {
  members = 0
  for (i = 1; i <= n_files; i++)
    if (((start, files[i]) in reached) && ((files[i], start) in reached)) {
      circle[++members] = files[i]
      told[files[i]] = 1
    }
  print "check-layers: a circle of " members " files:"
  for (i = 1; i <= members; i++)
    for (j = 1; j <= members; j++)
      if ((circle[i], circle[j]) in symbols)
        print "  " circle[i] " uses " circle[j] ":" symbols[circle[i], circle[j]]
}

END {
  for (use in uses) {
    split(use, part, SUBSEP)
    from = part[1]
    to = home[part[2]]
    if (to == "" || to == from || from == "model/registry.c")
      continue
    if (!((from, to) in symbols))
      next_to[from] = next_to[from] " " to
    symbols[from, to] = symbols[from, to] " " part[2]
    if (folder_of(from) != folder_of(to) && !((folder_of(from) ">" folder_of(to)) in may))
      against[++n_against] = from " uses " to ": " part[2]
  }
  sort_names(against, n_against)
  for (i = 1; i <= n_against; i++)
    print "check-layers: against the direction: " against[i]
  for (file in next_to)
    files[++n_files] = file
  sort_names(files, n_files)
  for (i = 1; i <= n_files; i++)
    walk(files[i], files[i])
  for (i = 1; i <= n_files; i++)
    if (((files[i], files[i]) in reached) && !(files[i] in told)) {
      name_circle(files[i])
      n_circles++
    }
  exit n_against + n_circles > 0
}
