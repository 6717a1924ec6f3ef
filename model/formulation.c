#include "model/formulation.h"

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

void formulation_cost(struct formulation *formulation, int column, int64_t cost)
{
  formulation->programme->columns[column].cost += cost;
}

int formulation_column(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t cost)
{
  struct column column = {.lower = lower, .upper = upper, .cost = cost, .label = label};
  return programme_add_column(formulation->programme, column);
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

void formulation_limit(struct formulation *formulation, struct label label, int64_t lower,
                       int64_t upper, int64_t unit, int64_t price)
{
  struct programme *programme = formulation->programme;
  int64_t least, most;
  open_range(programme, &least, &most);
  if (least >= lower && most <= upper) { /* nothing can break it */
    programme_drop_terms(programme);
    return;
  }
  if (price != PRICE_HARD) {
    int64_t under = units(lower - least, unit), over = units(most - upper, unit);
    if (under > 0 && lower > -PROGRAMME_INFINITY)
      formulation_term(formulation, formulation_column(formulation, label, 0, under, price), unit);
    if (over > 0 && upper < PROGRAMME_INFINITY)
      formulation_term(formulation, formulation_column(formulation, label, 0, over, price), -unit);
  }
  programme_add_row(programme, lower, upper, label);
}
