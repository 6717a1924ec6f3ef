# Every small change that could be made to C sources, one a line, tab-separated:
#
#   awk -f candidates.awk FILE...
#
#   file, kind, occurrence, the line, the line changed
#
# A line is named by its text without the blanks before it, and by which of the
# file's lines of that text it is, so that it is found again after edits near by.
# Only code is changed: no comments, text, directives or assertions.

# --- the line, with what is no code blotted out, place for place -------------

# Blots out comments, strings and characters; `commented` goes on to later lines.
function code_of(line,    out, i, at, two, quote) {
  out = ""
  quote = ""
  for (i = 1; i <= length(line); i++) {
    at = substr(line, i, 1)
    two = substr(line, i, 2)
    if (commented || quote != "") {
      out = out "#"
      if (commented && two == "*/") {
        out = out "#"
        i++
        commented = 0
      } else if (quote != "" && at == "\\") {
        out = out "#"
        i++
      } else if (at == quote) {
        quote = ""
      }
    } else if (two == "/*") {
      out = out "##"
      i++
      commented = 1
    } else if (two == "//") {
      while (length(out) < length(line))
        out = out "#"
      return out
    } else if (at == "\"" || at == "'") {
      out = out "#"
      quote = at
    } else {
      out = out at
    }
  }
  return out
}

function depth_of(code,    opened) {
  opened = code
  return gsub(/\(/, "", opened) - gsub(/\)/, "", code)
}

# --- what can be changed -----------------------------------------------------

# The change of `taken` characters at `at` into `put`.
function offer(kind, at, taken, put,    changed) {
  changed = substr(text, 1, at - 1) put substr(text, at + taken)
  sub(/ +$/, "", changed)
  print FILENAME "\t" kind "\t" seen[FILENAME, text] "\t" text "\t" changed
}

function each(kind, from, to,    start, at) {
  for (start = 1; (at = index(substr(code, start), from)) > 0; start = at + length(from) - 1) {
    at += start - 1
    offer(kind, at, length(from), to)
  }
}

# The same for a name, which is no part of another.
function each_name(kind, from, to,    start, at) {
  for (start = 1; (at = index(substr(code, start), from)) > 0; start = at + length(from)) {
    at += start - 1
    if (substr(" " code, at, 1) !~ /[A-Za-z0-9_]/ &&
        substr(code " ", at + length(from), 1) !~ /[A-Za-z0-9_]/)
      offer(kind, at, length(from), to)
  }
}

# `a + 1` and `a - 1`: without the one.
function each_one(sign,    start, at) {
  for (start = 1; (at = index(substr(code, start), sign)) > 0; start = at + length(sign)) {
    at += start - 1
    if (substr(code " ", at + length(sign), 1) !~ /[A-Za-z0-9_.]/)
      offer("rounding: one dropped", at, length(sign), "")
  }
}

# `a / b)`: rounded the other way.
function each_quotient(    start, at) {
  start = 1
  while (match(substr(code, start), / \/ [A-Za-z0-9_>.-]+[;),]/)) {
    at = start + RSTART - 1
    offer("rounding: up", at + RLENGTH - 1, 0, " + 1")
    start = at + RLENGTH
  }
}

# `!a`, of a whole condition or a part of it: not denied.
function each_denial(    start, at) {
  start = 1
  while (match(substr(code, start), /(\(| )![A-Za-z_(]/)) {
    at = start + RSTART
    offer("logic: ! dropped", at, 1, "")
    start = at + 1
  }
}

function each_number(    start, at, number, before) {
  if (code ~ /g_(new|new0|malloc|malloc0)\(/)
    return # what is allocated may well be more than is used
  start = 1
  while (match(substr(code, start), /[A-Za-z0-9_.]+(e-[0-9]+)?/)) {
    at = start + RSTART - 1
    number = substr(code, at, RLENGTH)
    start = at + RLENGTH
    before = substr(" " code, at, 1)
    if (before == "[" && code ~ /^(static |const )*[a-z_]+ .*[;=]/ && code !~ /^(return|else) /)
      continue # the size of an array
    if (number ~ /^[0-9]+$/)
      offer(number == "0" ? "constant: 0 to 1" : "constant: n to n + 1", at, RLENGTH, number + 1)
    else if (number ~ /^[0-9]+\.[0-9]+$/ || number ~ /^[0-9][0-9.]*e-?[0-9]+$/)
      offer("constant: n to n + 1", at, RLENGTH, "(" number " + 1)")
  }
}

function changes(    in_for) {
  each("comparison: < to <=", " < ", " <= ")
  each("comparison: <= to <", " <= ", " < ")
  each("comparison: > to >=", " > ", " >= ")
  each("comparison: >= to >", " >= ", " > ")
  each("comparison: == to !=", " == ", " != ")
  each("comparison: != to ==", " != ", " == ")
  each_name("comparison: MIN to MAX", "MIN", "MAX")
  each_name("comparison: MAX to MIN", "MAX", "MIN")
  each("logic: && to ||", " && ", " || ")
  each("logic: || to &&", " || ", " && ")
  each_name("logic: true to false", "true", "false")
  each_name("logic: false to true", "false", "true")
  each_denial()
  each("sum: + to -", " + ", " - ")
  each("sum: - to +", " - ", " + ")
  each("sum: += to -=", " += ", " -= ")
  each("sum: -= to +=", " -= ", " += ")
  in_for = code ~ /(^| )for \(/
  if (!in_for) {
    each("sum: ++ to --", "++", "--")
    each("sum: -- to ++", "--", "++")
  }
  each_one(" + 1")
  each_one(" - 1")
  each_quotient()
  each_name("rounding: ceil to floor", "ceil", "floor")
  each_name("rounding: floor to ceil", "floor", "ceil")
  each_name("rounding: llround to floor", "llround", "(long long)floor")
  each_name("rounding: lround to floor", "lround", "(long)floor")
  each_number()
}

# --- the files ---------------------------------------------------------------

FNR == 1 { commented = directive = asserting = 0 }

{
  line = $0
  code = code_of(line)
  text = line
  sub(/^[ \t]+/, "", text)
  code = substr(code, length(line) - length(text) + 1) " "
  seen[FILENAME, text]++
}

# A directive and the lines that it goes on to.
directive || /^[ \t]*#/ {
  directive = /\\$/
  next
}

asserting > 0 || code ~ /assert(_[a-z_]*)?\(/ {
  asserting += depth_of(code)
  next
}

# What the compiler alone is told, and what a list of tabs could not hold.
code ~ /__attribute__/ || text ~ /\t/ { next }

{ changes() }
