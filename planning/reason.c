#include "planning/reason.h"

/* What becomes of the rota when one more assignment is made. */
struct trial {
  int64_t dearer; /* than before, in all */
  int use;        /* whose hard limit it breaks, or NONE */
};

static struct trial try_one_more(const struct audit *audit, const struct assignment *one)
{
  const struct rota *rota = audit->rota;
  g_autofree struct assignment *items = g_new(struct assignment, (gsize)rota->count + 1);
  for (int i = 0; i < rota->count; i++)
    items[i] = rota->items[i];
  items[rota->count] = *one;
  struct rota *more = rota_new(audit->problem, items, rota->count + 1);
  struct audit *after = audit_new(audit->problem, more);
  struct trial out = {after->cost - audit->cost, NONE};
  for (int u = 0; u < audit->problem->service->n_uses && out.use == NONE; u++)
    if (after->uses[u].broken > audit->uses[u].broken)
      out.use = u;
  audit_free(after);
  rota_free(more);
  return out;
}

static void add_part(GPtrArray *parts, int count, const char *one, const char *many)
{
  if (count > 0)
    g_ptr_array_add(parts, g_strdup_printf("%d %s", count, count == 1 ? one : many));
}

static void add_use(GPtrArray *parts, const struct problem *problem, int count, int use,
                    const char *words)
{
  g_ptr_array_add(parts,
                  g_strdup_printf("%d %s '%s'", count, words, problem->service->uses[use].name));
}

/* Tries the free ones, and tells what keeps each of them off. */
static void add_free(GPtrArray *parts, const struct audit *audit, const struct why *why,
                     int *trials)
{
  g_autofree int *broken = g_new0(int, (gsize)audit->problem->service->n_uses + 1);
  int untried = 0, dearer = 0, cheaper = 0;
  for (guint i = 0; i < why->free->len; i++) {
    if (*trials <= 0) {
      untried++;
      continue;
    }
    --*trials;
    struct trial trial = try_one_more(audit, &g_array_index(why->free, struct assignment, i));
    if (trial.use != NONE)
      broken[trial.use]++;
    else if (trial.dearer >= 0)
      dearer++;
    else
      cheaper++;
  }
  for (int u = 0; u < audit->problem->service->n_uses; u++)
    if (broken[u])
      add_use(parts, audit->problem, broken[u], u, "would break");
  add_part(parts, dearer, "is free, but it would cost more elsewhere",
           "are free, but it would cost more elsewhere");
  add_part(parts, cheaper, "is free: a longer build may use them",
           "are free: a longer build may use them");
  add_part(parts, untried, "is free, but kept off by other rules or prices",
           "are free, but kept off by other rules or prices");
}

static char *joined(GPtrArray *parts)
{
  GString *out = g_string_new(NULL);
  for (guint i = 0; i < parts->len; i++) {
    const char *separator = i == 0 ? "" : i + 1 == parts->len ? " and " : ", ";
    g_string_append_printf(out, "%s%s", separator, (const char *)parts->pdata[i]);
  }
  return g_string_free(out, FALSE);
}

static char *sentence(const struct problem *problem, const struct audit *audit,
                      const struct why *why, int *trials)
{
  int able = why_able(why);
  if (able == 0)
    return g_strdup("nobody has the skill, band and stage for it");
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
  add_part(parts, why->count[WHY_DOING], "does it", "do it");
  add_part(parts, why->count[WHY_AWAY], "is away", "are away");
  for (guint i = 0; i < why->bars->len; i++) {
    const struct why_bar *bar = &g_array_index(why->bars, struct why_bar, i);
    add_use(parts, problem, bar->count, bar->use,
            bar->count == 1 ? "is kept off by" : "are kept off by");
  }
  add_part(parts, why->count[WHY_BUSY], "is busy elsewhere", "are busy elsewhere");
  if (audit)
    add_free(parts, audit, why, trials);
  else
    add_part(parts, why->count[WHY_FREE], "could", "could");
  g_autofree char *list = joined(parts);
  return g_strdup_printf("of %d who can do it, %s", able, list);
}

/* Is the finding about that cell of its line of demand? */
static bool is_cell_of(const struct problem *problem, const struct demand_cell *cell,
                       const struct label *at)
{
  int from, end;
  demand_cell_slots(problem, cell, &from, &end);
  return (at->slot == NONE || at->slot == from) && (cell->site == NONE || cell->site == at->site);
}

/* Sets the slots and sites that count in the cell. */
static void set_cell(const struct problem *problem, const struct demand_cell *cell, bool *slots,
                     bool *sites)
{
  const struct task *task = &problem->service->tasks[problem->demands[cell->demand].task];
  for (int site = 0; site < problem->service->n_sites; site++)
    for (int s = 0; s < problem->month->n_slots; s++)
      if (task->at[site] && demand_cell_has(problem, cell, s, site))
        slots[s] = sites[site] = true;
}

/* Sets the slots and sites in which somebody would count towards what is asked. */
static void set_place(const struct problem *problem, const struct finding *finding, bool *slots,
                      bool *sites)
{
  const struct label *at = &finding->at;
  if (finding->demand != NONE) {
    int count;
    g_autofree struct demand_cell *cells = demand_cells(problem, finding->demand, &count);
    for (int i = 0; i < count; i++)
      if (is_cell_of(problem, &cells[i], at))
        set_cell(problem, &cells[i], slots, sites);
    return;
  }
  for (int s = 0; s < problem->month->n_slots; s++)
    slots[s] = at->slot == NONE || s == at->slot;
  for (int site = 0; site < problem->service->n_sites; site++)
    sites[site] =
        problem->service->tasks[at->task].at[site] && (at->site == NONE || site == at->site);
}

char *reason_text(const struct audit *audit, const struct shortfall *shortfall, int *trials)
{
  const struct problem *problem = audit->problem;
  const struct label *at = &shortfall->finding->at;
  if (at->task == NONE || at->clinician != NONE)
    return NULL;
  g_autofree bool *slots = g_new0(bool, (gsize)problem->month->n_slots + 1);
  g_autofree bool *sites = g_new0(bool, (gsize)problem->service->n_sites + 1);
  set_place(problem, shortfall->finding, slots, sites);
  struct why_question question = {at->task, sites, slots};
  struct why *why = why_new(problem, audit->rota, &question);
  char *out = sentence(problem, audit, why, trials);
  why_free(why);
  return out;
}

char *reason_without_rota(const struct problem *problem, const struct why_question *question)
{
  struct why *why = why_new(problem, NULL, question);
  char *out = sentence(problem, NULL, why, NULL);
  why_free(why);
  return out;
}
