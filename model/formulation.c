#include "model/formulation.h"

#include "model/integer.h"

static void add_placements(struct formulation *formulation)
{
  const struct problem *problem = formulation->problem;
  for (int i = 0; i < problem->n_candidates; i++) {
    const struct assignment *at = &problem->candidates[i];
    struct column column = {
        .upper = 1,
        .placement = true,
        .label = {NONE, at->clinician, at->slot, at->task, at->site},
    };
    programme_add_column(formulation->programme, column);
  }
}

/* Lists the candidates by slot; the caller frees both arrays. */
static void sort_by_slot(const struct problem *problem, int **candidates, int **first)
{
  int n_slots = problem->month->n_slots;
  *candidates = g_new(int, (gsize)problem->n_candidates + 1);
  *first = g_new0(int, (gsize)n_slots + 1);
  for (int i = 0; i < problem->n_candidates; i++)
    (*first)[problem->candidates[i].slot + 1]++;
  for (int s = 0; s < n_slots; s++)
    (*first)[s + 1] += (*first)[s];
  g_autofree int *next = g_memdup2(*first, sizeof(int) * ((gsize)n_slots + 1));
  for (int i = 0; i < problem->n_candidates; i++)
    (*candidates)[next[problem->candidates[i].slot]++] = i;
}

/* A soft use of a rule that bars costs its weight wherever it bars. */
static void price_barred(struct formulation *formulation, const struct rule_use *use)
{
  const struct problem *problem = formulation->problem;
  for (int i = 0; i < problem->n_candidates; i++)
    if (use->rule->bars(use, problem, &problem->candidates[i]))
      formulation_cost(formulation, i, use->weight);
}

struct programme *formulation_build(const struct problem *problem)
{
  g_autofree int *candidates = NULL, *first = NULL;
  sort_by_slot(problem, &candidates, &first);
  struct formulation formulation = {
      .problem = problem,
      .programme = programme_new(),
      .slot_candidates = candidates,
      .slot_first = first,
      .meetings = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL),
  };
  add_placements(&formulation);
  for (int u = 0; u < problem->service->n_uses; u++) {
    const struct rule_use *use = &problem->service->uses[u];
    formulation.use = u;
    if (use->rule->bars && !use->hard)
      price_barred(&formulation, use);
    if (use->rule->emit)
      use->rule->emit(&formulation, use);
  }
  g_hash_table_unref(formulation.meetings);
  return formulation.programme;
}

struct rota *formulation_rota(const struct problem *problem, const int64_t *x)
{
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)problem->n_candidates + 1);
  int count = 0;
  for (int i = 0; i < problem->n_candidates; i++)
    if (x[i])
      items[count++] = problem->candidates[i];
  return rota_new(problem, items, count);
}

struct label formulation_label(const struct formulation *formulation)
{
  struct label label = LABEL_NONE;
  label.use = formulation->use;
  return label;
}

void formulation_term(struct formulation *formulation, int column, int64_t coefficient)
{
  programme_add_term(formulation->programme, column, coefficient);
}

int formulation_add_at(struct formulation *formulation, const struct scope *scope, int clinician,
                       int site)
{
  const struct problem *problem = formulation->problem;
  const int *cell = &problem->cell[clinician * problem->month->n_slots];
  int sessions = 0, last_slot = NONE;
  for (int i = cell[0]; i < cell[problem->month->n_slots]; i++) {
    const struct assignment *at = &problem->candidates[i];
    if (at->site != site || !scope_has(scope, problem, at))
      continue;
    formulation_term(formulation, i, 1);
    sessions += at->slot != last_slot;
    last_slot = at->slot;
  }
  return sessions;
}

int formulation_add_cell(struct formulation *formulation, const struct demand_cell *cell)
{
  const struct problem *problem = formulation->problem;
  int from, end, people = 0;
  demand_cell_slots(problem, cell, &from, &end);
  for (int i = formulation->slot_first[from]; i < formulation->slot_first[end]; i++) {
    int column = formulation->slot_candidates[i];
    if (demand_cell_counts(problem, cell, &problem->candidates[column])) {
      formulation_term(formulation, column, 1);
      people++;
    }
  }
  return people;
}

void formulation_cost(struct formulation *formulation, int column, int64_t cost)
{
  formulation->programme->columns[column].cost += cost;
}

void formulation_wish(struct formulation *formulation, int column, int64_t cost)
{
  formulation_cost(formulation, column, cost);
  formulation->programme->columns[column].wish += cost;
}

void formulation_need(struct formulation *formulation, int column, int64_t units)
{
  formulation->programme->columns[column].need += units;
}

int formulation_column(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t cost)
{
  struct column column = {.lower = lower, .upper = upper, .cost = cost, .label = label};
  return programme_add_column(formulation->programme, column);
}

void formulation_constant(struct formulation *formulation, struct label label, int64_t cost)
{
  if (cost != 0)
    formulation_column(formulation, label, 1, 1, cost);
}

void formulation_row(struct formulation *formulation, struct label label, int64_t lower,
                     int64_t upper)
{
  programme_add_row(formulation->programme, lower, upper, label);
}

/* The least and the greatest value that the collected terms can add up to. */
static void open_range(const struct programme *programme, int64_t *least, int64_t *most)
{
  *least = *most = 0;
  for (int i = programme->open_from; i < programme->n_terms; i++) {
    const struct column *column = &programme->columns[programme->terms[i].column];
    int64_t coefficient = programme->terms[i].coefficient;
    *least += coefficient * (coefficient > 0 ? column->lower : column->upper);
    *most += coefficient * (coefficient > 0 ? column->upper : column->lower);
  }
}

static int64_t units(int64_t amount, int64_t unit)
{
  return amount <= 0 ? 0 : (amount + unit - 1) / unit;
}

/* A row in the making: bounds and the unit in which they may be missed. */
struct limit {
  int64_t lower, upper, unit; /* unit 0: they may not be */
};

/* Divides terms, unit and bounds by what the former have in common. The terms
 * then still reach a bound exactly when they did before; numbers are small, and
 * where all minutes are quarters of an hour the unit becomes 1. */
static void reduce(struct programme *programme, struct limit *limit)
{
  int64_t by = limit->unit;
  for (int i = programme->open_from; i < programme->n_terms; i++)
    by = integer_gcd(by, programme->terms[i].coefficient);
  if (by <= 1)
    return;
  for (int i = programme->open_from; i < programme->n_terms; i++)
    programme->terms[i].coefficient /= by;
  limit->unit /= by;
  if (limit->lower > -PROGRAMME_INFINITY)
    limit->lower = integer_divide_up(limit->lower, by);
  if (limit->upper < PROGRAMME_INFINITY)
    limit->upper = integer_divide_down(limit->upper, by);
}

/* Closes one side, or both, of an elastic row. */
static void close_elastic(struct formulation *formulation, struct label label,
                          const struct limit *limit, int64_t least, int64_t most, int64_t price)
{
  if (limit->lower > -PROGRAMME_INFINITY) {
    int64_t under = units(limit->lower - least, limit->unit);
    int column = formulation_column(formulation, label, 0, under, price);
    formulation_term(formulation, column, limit->unit);
  }
  if (limit->upper < PROGRAMME_INFINITY) {
    int64_t over = units(most - limit->upper, limit->unit);
    int column = formulation_column(formulation, label, 0, over, price);
    formulation_term(formulation, column, -limit->unit);
  }
  programme_add_row(formulation->programme, limit->lower, limit->upper, label);
}

/* A unit can overshoot from one bound past the other when they are close: the
 * two sides then need a row each. */
static void close_both(struct formulation *formulation, struct label label,
                       const struct limit *limit, int64_t least, int64_t most, int64_t price)
{
  struct programme *programme = formulation->programme;
  int count = programme->n_terms - programme->open_from;
  g_autofree struct term *terms =
      g_memdup2(programme->terms + programme->open_from, sizeof *terms * (gsize)count);
  struct limit side = {limit->lower, PROGRAMME_INFINITY, limit->unit};
  close_elastic(formulation, label, &side, least, most, price);
  for (int i = 0; i < count; i++)
    formulation_term(formulation, terms[i].column, terms[i].coefficient);
  side = (struct limit){-PROGRAMME_INFINITY, limit->upper, limit->unit};
  close_elastic(formulation, label, &side, least, most, price);
}

void formulation_limit(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t unit, int64_t price)
{
  struct programme *programme = formulation->programme;
  struct limit limit = {lower, upper, price == PRICE_HARD ? 0 : unit};
  int64_t least, most;
  reduce(programme, &limit);
  open_range(programme, &least, &most);
  if (least >= limit.lower)
    limit.lower = -PROGRAMME_INFINITY;
  if (most <= limit.upper)
    limit.upper = PROGRAMME_INFINITY;
  bool under = limit.lower > -PROGRAMME_INFINITY, over = limit.upper < PROGRAMME_INFINITY;
  if ((!under && !over) || price == 0) /* nothing can break it, or nobody minds */
    programme_drop_terms(programme);
  else if (price == PRICE_HARD)
    programme_add_row(programme, limit.lower, limit.upper, label);
  else if (under && over && limit.upper - limit.lower < limit.unit - 1)
    close_both(formulation, label, &limit, least, most, price);
  else
    close_elastic(formulation, label, &limit, least, most, price);
}

void formulation_floor(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t unit, const struct formulation_step *steps, int n_steps)
{
  struct programme *programme = formulation->programme;
  struct limit limit = {lower, PROGRAMME_INFINITY, unit};
  int64_t least, most;
  reduce(programme, &limit);
  open_range(programme, &least, &most);
  int64_t missing = units(limit.lower - least, limit.unit);
  if (missing == 0) {
    programme_drop_terms(programme);
    return;
  }
  for (int i = 0; i < n_steps; i++) {
    int64_t width = i == n_steps - 1 ? missing : MIN(steps[i].width, missing);
    g_assert(i == 0 || steps[i].price >= steps[i - 1].price);
    if (width > 0)
      formulation_term(formulation,
                       formulation_column(formulation, label, 0, width, steps[i].price),
                       limit.unit);
    missing -= width;
  }
  programme_add_row(programme, limit.lower, PROGRAMME_INFINITY, label);
}
