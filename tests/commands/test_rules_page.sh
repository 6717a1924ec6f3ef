#!/usr/bin/env bash
# docs/rules.md is what the registry says, and the examples use every rule.
# $1 is the program; the folder is the source's.
set -euo pipefail
rota=$1
if ! "$rota" rules --markdown | diff - docs/rules.md; then
  echo "docs/rules.md is out of date: rota rules --markdown > docs/rules.md" >&2
  exit 1
fi
for services in examples/sussex "examples/small examples/locality examples/sussex"; do
  unused=$("$rota" rules --unused $services)
  if [ -n "$unused" ]; then
    echo "no line of $services uses:" $unused >&2
    exit 1
  fi
done
