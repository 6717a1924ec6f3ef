#!/usr/bin/env bash
# docs/rules.md is what the registry says. $1 is the program; the folder is the source's.
set -euo pipefail
rota=$1
if ! "$rota" rules --markdown | diff - docs/rules.md; then
  echo "docs/rules.md is out of date: rota rules --markdown > docs/rules.md" >&2
  exit 1
fi
