#!/usr/bin/env bash
# scripts/check-layers, on a house of a few files: it is content with what may be, and
# names a circle of files, an arrow against the direction, in an include line and in a
# symbol alone, and a library's header in a folder that may not know it.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
# shellcheck source=tests/commands/expect.sh
. "$here/../commands/expect.sh"
house=$work/house
mkdir -p "$house"
cp -r "$here/../../scripts" "$house"
# a build's folder is named by its folder of the house: rota_model.dir and so on
mapfile -t folders < <(sed -n 's/^may \([a-z]*\).*/\1/p' "$house/scripts/check-layers")
for folder in "${folders[@]}"; do
  mkdir -p "$house/$folder" "$house/build/release/CMakeFiles/rota_$folder.dir/$folder"
done
mapfile -t rooms < <(sed -n 's/^rooms \([a-z]*\).*/\1/p' "$house/scripts/check-layers")
for room in "${rooms[@]}"; do
  mkdir -p "$house/solver/$room"
done

# write FILE: the text of standard input, and compiled if it is no header.
write() {
  local file=$1
  mkdir -p "$(dirname "$house/$file")"
  cat >"$house/$file"
  [[ $file == *.c ]] || return 0
  local object=$house/build/release/CMakeFiles/rota_${file%%/*}.dir/$file.o
  mkdir -p "$(dirname "$object")"
  cc -I "$house" -c "$house/$file" -o "$object"
}

write model/date.h <<<'int date_next(int date);'
write model/date.c <<<'#include "model/date.h"
int date_next(int date) { return date + 1; }'
write solver/run.c <<<'#include "model/date.h"
int solver_run(int date) { return date_next(date); }'
# rules and what reads their table may go round: the registry is what it is for
write model/rule.c <<<'extern int rule_registry(void); int rule_price(void) { return rule_registry(); }'
write model/rules/rule_cover.c <<<'extern int rule_price(void); int rule_cover(void) { return rule_price(); }'
write model/registry.c <<<'extern int rule_cover(void); int rule_registry(void) { return rule_cover(); }'
# what an object's source was renamed to is there twice, and counts once
write solver/gone.c <<<'extern int model_gone(void); int solver_gone(void) { return model_gone(); }'
write model/gone.c <<<'extern int solver_gone(void); int model_gone(void) { return solver_gone(); }'
rm "$house/solver/gone.c" "$house/model/gone.c"
expect 0 "$house/scripts/check-layers"
expect_no_err

write model/month.c <<<'extern int problem_cells(void); int month_days(void) { return problem_cells(); }'
write model/problem.c <<<'extern int cells_count(void); int problem_cells(void) { return cells_count(); }'
write model/cells.c <<<'extern int month_days(void); int cells_count(void) { return month_days(); }'
expect 1 "$house/scripts/check-layers"
expect_err "a circle of 3 files"
expect_err "model/cells.c uses model/month.c: month_days"
expect_err "model/month.c uses model/problem.c: problem_cells"
expect_err "model/problem.c uses model/cells.c: cells_count"
rm "$house/model/cells.c"
expect 0 "$house/scripts/check-layers"

# a circle of two stays one, whoever else is above or below it
write reports/page.c <<<'extern int table_rows(void); int page_write(void) { return table_rows(); }'
write reports/table.c <<<'extern int page_write(void), date_next(int);
int table_rows(void) { return page_write() + date_next(1); }'
write commands/build.c <<<'extern int page_write(void); int main(void) { return page_write(); }'
expect 1 "$house/scripts/check-layers"
expect_err "a circle of 2 files"
expect_err "reports/table.c uses reports/page.c: page_write"
rm "$house/reports/table.c" "$house/reports/page.c" "$house/commands/build.c"
expect 0 "$house/scripts/check-layers"

# declared by hand, so that no include line shows it
write model/service.c <<<'extern int solver_run(int); int service_read(void) { return solver_run(0); }'
expect 1 "$house/scripts/check-layers"
expect_err "against the direction: model/service.c uses solver/run.c: solver_run"
rm "$house/model/service.c"

write solver/run.h <<<'int solver_run(int date);'
write model/service.c <<<'#include "solver/run.h"'
expect 1 "$house/scripts/check-layers"
expect_out 'model/service.c:1:#include "solver/run.h"'
expect_err "model may include only: model"
rm "$house/model/service.c"

write reports/page.h <<<'#include <glpk.h>'
expect 1 "$house/scripts/check-layers"
expect_err "glpk.h is for solver alone"
rm "$house/reports/page.h"

expect 1 "$house/scripts/check-layers" build/none
expect_err "no objects in build/none"
finish
