#!/usr/bin/env bash
# `rota init`: services of all sizes that `rota check` accepts, the same for the
# same seed, and nothing that was there is touched. $1 is the program.
set -u
source "$(dirname "$0")/expect.sh"

# refused WORDS OPTION...: exit status 2, those words in the message, nothing written
refused()
{
  local words=$1 status
  shift
  "$rota" init "$@" >"$work/out" 2>"$work/err"
  status=$?
  [ $status -eq 2 ] || fail "init $* ends with $status, not 2"
  grep -qF -- "$words" "$work/err" || fail "init $* does not say '$words': $(cat "$work/err")"
  [ ! -s "$work/out" ] || fail "init $* prints on standard output"
}

# every size, several seeds and months
seeds=(1 2 18446744073709551615)
for clinicians in 8 9 15 24 40 60 100 150 400; do
  [[ $clinicians == 60 ]] && tried=3 || tried=$(cases_tried 3)
  for seed in "${seeds[@]:0:tried}"; do
    dir=$work/$clinicians-$seed
    "$rota" init "$dir" --clinicians $clinicians --seed $seed >/dev/null || fail "init $clinicians $seed"
    "$rota" check "$dir" >"$work/out" 2>&1 || fail "check $clinicians $seed: $(head -5 "$work/out")"
    count=$(grep -c '^  name: ' "$dir/clinicians.yaml")
    [ "$count" -eq $clinicians ] || fail "$clinicians asked for, $count written"
  done
done
# as many sites as are asked for, down to one and up to all; no warning but of late files
while read -r clinicians options; do
  for seed in $(seq "$(cases_tried 2)"); do
    dir="$work/sites-$clinicians-$seed${options// /}"
    # shellcheck disable=SC2086
    "$rota" init "$dir" -n "$clinicians" --seed $seed $options >/dev/null || fail "init $clinicians $options"
    "$rota" check "$dir" 2>&1 >"$work/out" | grep -v ': late:' >"$work/err" &&
      fail "check $clinicians $options: $(head -5 "$work/err")"
    for site in pcn hub; do
      count=$(sed -n "s/.*--${site}s \([0-9]*\).*/\1/p" <<<"$options")
      case $site in
        pcn) written=$(grep -c ' patients: ' "$dir/service.yaml") ;;
        hub) written=$(grep -c 'kind: hub' "$dir/service.yaml") ;;
      esac
      [ -z "$count" ] || [ "$count" = "$written" ] || fail "$options: $written ${site}s are written"
    done
    [[ $options != *evenings* ]] || grep -q 'eve: {from' "$dir/service.yaml" || fail "$options: no evening"
    # the file says how it was made, and that makes it again
    # shellcheck disable=SC2046
    "$rota" init "$dir-again" $(sed -n '1s/.*rota init//p' "$dir/service.yaml") >/dev/null ||
      fail "init as '$dir/service.yaml' says"
    diff -r "$dir" "$dir-again" >/dev/null || fail "init as '$dir/service.yaml' says makes other files"
  done
done <<'LIST'
8 --pcns 1
8 --pcns 2 --hubs 1
16 --pcns 5 --hubs 1 --evenings
20 --hubs 2 --evenings
25 --pcns 3 --hubs 2 --evenings
25 --pcns 8
60 --pcns 15 --hubs 6
100 --pcns 1 --evenings
LIST

for month in 2026-01 2026-12 2027-02 2027-03 2027-05 2028-02 2035-12; do
  "$rota" init "$work/$month" --clinicians 60 --month $month >/dev/null || fail "init $month"
  "$rota" check "$work/$month" >"$work/out" 2>&1 || fail "check $month: $(head -5 "$work/out")"
  [ -f "$work/$month/$month/month.yaml" ] || fail "no folder for $month"
done
# weeks instead of a month, on any weekday, over the new year; nothing but late files is said
while read -r first number; do
  weeks=${number:+--weeks $number}
  for clinicians in 8 60; do
    dir=$work/weeks-$clinicians-$first
    # shellcheck disable=SC2086
    "$rota" init "$dir" -n $clinicians --from $first $weeks >/dev/null || fail "init --from $first $weeks"
    "$rota" check "$dir" 2>&1 >"$work/out" | grep -v ': late:' && fail "check of weeks from $first"
    grep -q "^period: {from: $first, weeks: ${number:-4}}" "$dir/$first/month.yaml" ||
      fail "no period from $first"
    # shellcheck disable=SC2046
    "$rota" init "$dir-again" $(sed -n '1s/.*rota init//p' "$dir/service.yaml") >/dev/null
    diff -r "$dir" "$dir-again" >/dev/null || fail "init as '$dir/service.yaml' says makes other files"
  done
done <<'LIST'
2027-01-04
2027-12-01 13
2035-11-04 8
LIST
# a share of these is 1, 9, 17 and 25: of one size, so that what differs is what is drawn
for seed in $(seq 1 "$(($(cases_tried 25) < 25 ? 8 : 1))" 25); do
  "$rota" init "$work/r$seed" --clinicians $((8 + seed % 8)) --seed $seed --random-rules >/dev/null ||
    fail "init --random-rules $seed"
  "$rota" check "$work/r$seed" >"$work/out" 2>&1 || fail "check of random rules $seed: $(head -5 "$work/out")"
done

# same seed, same bytes; another seed, other people
"$rota" init "$work/again" --clinicians 60 --seed 1 >/dev/null
diff -r "$work/60-1" "$work/again" >/dev/null || fail "the same seed makes other files"
cmp -s "$work/60-1/clinicians.yaml" "$work/60-2/clinicians.yaml" && fail "another seed makes the same people"
cmp -s <(sed 1d "$work/r1/service.yaml") <(sed 1d "$work/r25/service.yaml") && fail "random rules do not differ"

# the public list sizes are acknowledged where they are used
grep -q 'Open Government Licence' "$work/150-1/service.yaml" || fail "no attribution"
grep -q 'ods: U46447, patients: 66808' "$work/150-1/service.yaml" || fail "not the public list size"
[ "$(grep -c 'ods: U' "$work/150-1/service.yaml")" -eq 15 ] || fail "not 15 PCNs"

# a name that YAML would stumble on
"$rota" init "$work/name" --name 'St "Ann'"'"'s": a \ b # c' >/dev/null || fail "init --name"
"$rota" check "$work/name" >/dev/null 2>&1 || fail "check of a service with an odd name"

# nothing is overwritten; an empty folder is fine
mkdir "$work/mine" "$work/empty"
echo precious >"$work/mine/service.yaml"
refused 'not empty' "$work/mine"
[ "$(cat "$work/mine/service.yaml")" = precious ] || fail "a person's file was overwritten"
[ "$(ls "$work/mine")" = service.yaml ] || fail "files were added to a person's folder"
echo precious >"$work/file"
refused "$work/file" "$work/file"
[ "$(cat "$work/file")" = precious ] || fail "a person's file was replaced"
"$rota" init "$work/empty" >/dev/null || fail "init into an empty folder"
[ -z "$(find "$work/empty" -name '.*' ! -name . -type f)" ] || fail "temporary files are left"

# bad usage
new=$work/new
refused 'argument' # no folder
refused 'too many' "$new" "$new-2"
refused "'7'" "$new" --clinicians 7
refused "'401'" "$new" --clinicians 401
refused "'many'" "$new" --clinicians many
refused "'-1'" "$new" --seed=-1
refused "'18446744073709551616'" "$new" --seed 18446744073709551616
refused "'2027-13'" "$new" --month 2027-13
refused "'2027-1'" "$new" --month 2027-1
refused "'2025-12'" "$new" --month 2025-12
refused "'2036-01'" "$new" --month 2036-01
refused "'january'" "$new" --month january
refused "'2027-02-30'" "$new" --from 2027-02-30
refused "'3'" "$new" --from 2027-01-04 --weeks 3
refused "'14'" "$new" --from 2027-01-04 --weeks 14
refused "'2035-12-10'" "$new" --from 2035-12-10
refused '--weeks needs the first day' "$new" --weeks 4
refused '--weeks needs the first day' "$new" --weeks 4 --month 2027-02
refused '--name' "$new" --name ''
refused '--name' "$new" --name $'two\nlines'
refused '--name' "$new" --name "$(printf 'x%.0s' $(seq 101))"
refused "'0'" "$new" --pcns 0
refused "'9'" "$new" -n 24 --pcns 9
refused 'a PCN takes 3 clinicians at least, and there are 15 PCNs in all' "$new" -n 60 --pcns 16
refused "'3'" "$new" -n 25 --hubs 3
refused "'2'" "$new" -n 25 --pcns 1 --hubs 2
refused 'and there are 6 hubs in all' "$new" -n 400 --hubs 7
refused '16 clinicians' "$new" -n 15 --evenings
refused 'unknown option' "$new" --colour
[ ! -e "$new" ] || fail "a refused init leaves a folder"

# on a terminal and without options it asks, until each answer can be; with any option, or
# where nobody sits there, it does not
asked() # ANSWERS ARGUMENT...: what is seen on the terminal, in $work/seen
{
  local answers=$1 status
  shift
  printf "$answers" | script -qefc "$rota init $*" /dev/null >"$work/seen" 2>&1
  status=$?
  return $status
}
saw() { grep -qF -- "$1" "$work/seen" || fail "not seen on the terminal: '$1'; $(cat "$work/seen")"; }
asked '\n\n\n\n\n2027-03\n' "$work/usual" || fail "init with questions: $(cat "$work/seen")"
saw 'How many clinicians work there? [25]'
saw 'How many PCNs does it serve? [3]'
saw "rota build $work/usual --month 2027-03"
"$rota" init "$work/same" -n 25 --pcns 3 --hubs 2 --month 2027-03 --name 'Our MSK service' >/dev/null
diff -r "$work/usual" "$work/same" >/dev/null || fail "Enter at each question is not what stands in brackets"
asked "St Ann's\n7\n30\n\n4\n3\nperhaps\nYES\n2027-3\n2027-03\n" "$work/told" || fail "init, told: $(cat "$work/seen")"
saw "'7' is not a whole number from 8 to 400"
saw "'4' is not a whole number from 1 to 3"
saw "'perhaps' is neither yes nor no"
saw "'2027-3' is neither a month like 2027-01 nor a first day"
"$rota" init "$work/same-2" -n 30 --pcns 3 --hubs 3 --evenings -m 2027-03 --name "St Ann's" >/dev/null
diff -r "$work/told" "$work/same-2" >/dev/null || fail "answers make other files than options"
asked "\n\n\n\n\n2027-03-01\n3\n6\n" "$work/asked-weeks" || fail "init, told weeks: $(cat "$work/seen")"
saw 'How many weeks from that day on? [4]'
saw "rota build $work/asked-weeks --month 2027-03-01"
"$rota" init "$work/same-3" -n 25 --pcns 3 --hubs 2 --from 2027-03-01 --weeks 6 --name 'Our MSK service' >/dev/null
diff -r "$work/asked-weeks" "$work/same-3" >/dev/null || fail "weeks answered make other files than options"
asked '\n\n' "$work/half" && fail "init without all answers ends with 0"
saw 'nothing was written'
[ ! -e "$work/half" ] || fail "init without all answers leaves a folder"
asked '' "$work/usual" && fail "init into a folder that is not empty ends with 0"
saw 'not empty'
grep -q 'How many' "$work/seen" && fail "it asks before it looks at the folder"
asked '' "$work/options" -s 1 || fail "init with an option on a terminal: $(cat "$work/seen")"
grep -q 'How many' "$work/seen" && fail "it asks though an option is given"
"$rota" init "$work/nobody" </dev/null >/dev/null 2>"$work/err" || fail "init without a terminal"
[ ! -s "$work/err" ] || fail "init without a terminal says: $(cat "$work/err")"

"$rota" init --help >"$work/out" || fail "init --help"
head -8 "$work/out" | grep -q 'rota init my-service' || fail "help does not begin with examples"

finish
