#!/usr/bin/env bash
# The examples are in order, and those that a seed made are still what it makes.
set -eu
rota=$1
for example in examples/*/; do
  "$rota" check "$example" || { echo "FAILED: $example is not in order"; exit 1; }
  [ -s "$example/README.md" ] || { echo "FAILED: $example has no README.md"; exit 1; }
done
scripts/examples --check "$rota"
