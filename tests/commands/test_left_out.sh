#!/usr/bin/env bash
# A mistake in one person's preferences stops check, and nothing else unless --strict.
set -euo pipefail
source "$(dirname "$0")/expect.sh"
service=$work/service
"$rota" init "$service" --clinicians 8 --seed 4 >/dev/null
file=$(find "$service/2027-01/preferences" -name '*.yaml' | sort | head -n 1)
name=2027-01/preferences/$(basename "$file")
sed -i '/^locations:/d' "$file"
echo 'locations: {atlantis: love}' >>"$file"
line=$(wc -l <"$file")

expect 2 "$rota" check "$service"
expect_err "$name:$line:13: unknown site 'atlantis'"
expect_err "a build leaves out what is wrong in preferences/"
expect 2 "$rota" build "$service" --month 2027-01 --strict
expect 0 "$rota" build "$service" --month 2027-01 --time 1 --gap 5
expect_err "$name:$line:13: left out: unknown site 'atlantis'"
expect_out "left out        $name:$line:"
made=$service/2027-01/rota.json
grep -qF "\"where\": \"$name:$line\"" "$made" || fail "rota.json does not list what was left out"

expect 0 "$rota" verify "$service" "$made"
expect_err "left out: unknown site 'atlantis'"
expect 2 "$rota" verify "$service" "$made" --strict
expect 2 "$rota" publish "$service" "$made" --strict
expect 0 "$rota" publish "$service" "$made"

# who sent a file that can't be read has sent one; who sent none is named
expect 0 "$rota" report "$service" "$made" --show none
id=$(basename "$file" .yaml)
name_of() { sed -n "/^$1:/,/^[^ ]/s/^  name: //p" "$service/clinicians.yaml" | head -n 1; }
unsent() { sed -n '/^  nothing sent/,/^  [a-z]/p' "$work/out" | tr -s '\n ' ' '; }
[[ $(unsent) != *"$(name_of "$id")"* ]] || fail "who sent a wrong wish has sent nothing"
echo '{' >"$file"
expect 0 "$rota" report "$service" "$made" --show none
[[ $(unsent) != *"$(name_of "$id")"* ]] || fail "who sent a file that can't be read has sent nothing"
mv "$file" "$work/kept.yaml"
expect 0 "$rota" report "$service" "$made" --show none
[[ $(unsent) == *"$(name_of "$id")"* ]] || fail "who sent nothing is not named: $(unsent)"
mv "$work/kept.yaml" "$file"

# a rota that says nothing was left out is not this one
sed 's/unknown site/known site/' "$made" >"$work/edited.json"
expect 1 "$rota" verify "$service" "$work/edited.json"
expect_out "left_out"

# the service's own files stay strict
sed -i '1a no_such_key: 1' "$service/service.yaml"
expect 2 "$rota" build "$service" --month 2027-01 --time 1
finish
