#!/usr/bin/env bash
# scripts/check-sharing finds what is planted: a function, a table and a figure of
# model/ that check and emit share; and has nothing to say of the guide's rule.
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

awk '/^```c$/ { inside = 1; next } /^```$/ { inside = 0 } inside' docs/adding-a-rule.md \
  >"$work/rule_day_limit.c"

# plant NAME DEFINITION HOW-IT-IS-USED: a rule whose check and emit share that.
plant() {
  local name=$1 definition=$2 use=$3
  cat >"$work/rule_$name.c" <<END
#include "model/audit.h"
#include "model/contract.h"
#include "model/formulation.h"

$definition

static void write_row(struct formulation *formulation)
{
  formulation_row(formulation, formulation_label(formulation), 0, $use(formulation->problem));
}

static void emit(struct formulation *formulation, const struct rule_use *use)
{
  (void)use;
  write_row(formulation);
}

static void check(struct audit *audit, const struct rule_use *use)
{
  (void)use;
  audit_find(audit, audit_label(audit), $use(audit->problem), 1, "planted");
}

const struct rule rule_$name = {.name = "$name", .emit = emit, .check = check};
END
}
plant helper 'static int due(const struct problem *problem)
{
  return problem->month->n_days / 7;
}' due
plant table 'static const int weeks[] = {4, 5};
#define weeks_of(problem) (weeks[(problem)->month->n_days > 28])' weeks_of
plant figure '#define owed(problem) contract_minutes(problem, 0, NULL)' owed

# What model/ is made into takes most of the time: it is asked once, of all of them.
if scripts/check-sharing "$work"/rule_*.c 2>"$work/err"; then
  echo "what was planted was not found" >&2
  exit 1
fi
cat >"$work/expected" <<'END'
check-sharing: rule_figure: check shares 'contract_minutes' of model/contract.c with emit or bars
check-sharing: rule_helper: check shares 'due' with emit or bars
check-sharing: rule_table: check shares 'weeks' with emit or bars
END
diff "$work/expected" "$work/err"
