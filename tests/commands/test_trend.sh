#!/usr/bin/env bash
# Months side by side: duty for each whole-time equivalent, counted here from the months' own
# CSVs, and who is part-time. $1 is the program.
set -euo pipefail
rota=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r examples/small "$work/service"
months=(2027-01 2027-02)
mkdir "$work/service/2027-02"
echo '{}' >"$work/service/2027-02/month.yaml"
for month in "${months[@]}"; do
  "$rota" build "$work/service" --month $month --deterministic --time 1 --quiet 2>/dev/null
  [ $month = 2027-02 ] ||
    "$rota" publish "$work/service" "$work/service/$month/rota.json" >/dev/null 2>&1
done
"$rota" report "$work/service" --month 2027-02 --trend --html "$work/trend.html" >/dev/null 2>&1

# The cells of a person in a section: $1 its id, $2 the name.
cells() {
  sed -n "/<section id=\"$1\"/,/<\/section>/p" "$work/trend.html" | grep ">$2<" |
    grep -o 'number">[^<]*' | cut -d'>' -f2 | tr '\n' ' '
}
while read -r id wte name; do
  expected=
  for month in "${months[@]}"; do
    duty=$(grep -c ",$id,duty," "$work/service/$month/rota.csv" || true)
    expected+=$(awk -v n="$duty" -v wte="$wte" 'BEGIN { printf "%.1f ", n / wte }')
  done
  [ "$(cells duty "$name")" = "$expected" ] ||
    { echo "duty of $name: $(cells duty "$name"), not $expected"; exit 1; }
done <<'END'
helen 0.8 Helen Boateng
tunde 0.6 Tunde Adeyemi
maya 0.8 Maya Desai
END
[ "$(grep -c 'class="mean"' "$work/trend.html")" = 10 ] || { echo "means are missing"; exit 1; }
